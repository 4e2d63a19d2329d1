import { latin1 } from '../asn1/values.ts';
import type { FileKind } from './errors.ts';

/**
 * What a file is, from its first bytes: `pfx` where it begins as a PKCS#12 file does, whether or not it can be read.
 * Never throws and never reads more than the first megabyte.
 */
export function recognise(bytes: Uint8Array): FileKind | 'pfx' {
  if (bytes.length === 0) return 'empty';
  const start = latin1(bytes.subarray(0, 4));
  if (start === '\xfe\xed\xfe\xed') return 'jks';
  if (start === '\xce\xce\xce\xce') return 'jceks';
  if (['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'].includes(start)) return 'zip';
  return bytes[0] === 0x30 ? recogniseDer(bytes) : recogniseText(bytes);
}

/** The identifiers of the first elements of a structure, outermost first; offsets of their contents. */
function header(bytes: Uint8Array, at: number): { tag: number; content: number; end: number } | undefined {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) return undefined;
  if (first < 0x80) return { tag, content: at + 2, end: at + 2 + first };
  if (first === 0x80) return { tag, content: at + 2, end: bytes.length };
  const octets = first & 0x7f;
  if (octets > 4) return undefined;
  let length = 0;
  for (let i = 0; i < octets; i++) length = length * 256 + (bytes[at + 2 + i] ?? 0);
  return { tag, content: at + 2 + octets, end: at + 2 + octets + length };
}

const SEQUENCE = 0x30;
const INTEGER = 0x02;
const OCTET_STRING = 0x04;
const OID = 0x06;
const pkcs7Prefix = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07];
const encryptionPrefixes = [
  [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x05],
  [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x0c, 0x01],
];

function recogniseDer(bytes: Uint8Array): FileKind | 'pfx' {
  const outer = header(bytes, 0);
  const first = outer && header(bytes, outer.content);
  if (!first) return 'unknown';
  const second = header(bytes, first.end);
  const startsWith = (at: number, prefix: readonly number[]): boolean =>
    prefix.every((byte, i) => bytes[at + i] === byte);

  if (first.tag === OID && startsWith(first.content, pkcs7Prefix)) return 'p7b';
  if (first.tag === INTEGER) {
    const inner = second && header(bytes, second.content);
    const version = bytes[first.content];
    if (second?.tag === SEQUENCE && inner?.tag === OID) {
      return startsWith(inner.content, pkcs7Prefix) ? 'pfx' : 'pkcs8';
    }
    // a key without PKCS#8 around it: RSAPrivateKey (RFC 8017 App. A.1.2), ECPrivateKey (RFC 5915)
    const bare = (second?.tag === INTEGER && version === 0) || (second?.tag === OCTET_STRING && version === 1);
    if (bare) return 'pkcs8';
    return version === 3 ? 'pfx' : 'unknown';
  }
  if (first.tag !== SEQUENCE) return 'unknown';
  const inner = header(bytes, first.content);
  if (inner?.tag === OID) {
    return encryptionPrefixes.some((prefix) => startsWith(inner.content, prefix)) ? 'encryptedPkcs8' : 'unknown';
  }
  // a TBSCertificate begins with [0] version or, in version 1, with a serial number and an algorithm; a request with 0 and a name
  if (inner?.tag === 0xa0) return 'derCertificate';
  if (inner?.tag === INTEGER) {
    const next = header(bytes, inner.end);
    const third = next && header(bytes, next.content);
    if (next?.tag !== SEQUENCE) return 'unknown';
    if (third?.tag === OID) return 'derCertificate';
    return bytes[inner.content] === 0 && inner.end === inner.content + 1 ? 'csr' : 'unknown';
  }
  return 'unknown';
}

function recogniseText(bytes: Uint8Array): FileKind {
  const text = decode(bytes.subarray(0, 1 << 20));
  if (text === undefined) return 'unknown';
  const labels = new Set<string>();
  for (const match of text.matchAll(/-----BEGIN ([A-Z0-9 ]{1,40})-----/g)) labels.add(match[1] ?? '');
  const key = [...labels].some((label) => label.endsWith('PRIVATE KEY'));
  const certificate = ['CERTIFICATE', 'X509 CERTIFICATE', 'TRUSTED CERTIFICATE'].some((label) => labels.has(label));
  if (key && certificate) return 'pemBundle';
  if (key) return 'pemPrivateKey';
  if (certificate) return 'pemCertificate';
  if (labels.has('PKCS7') || labels.has('CMS')) return 'p7b';
  if (labels.has('CERTIFICATE REQUEST') || labels.has('NEW CERTIFICATE REQUEST')) return 'csr';
  if (labels.size > 0) return 'pemOther';
  return 'text';
}

/** As text where it is text: UTF-16 with its mark, or bytes without control characters; undefined otherwise. */
function decode(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    const swapped = Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16();
    return new TextDecoder('utf-16le').decode(swapped);
  }
  const control = bytes.some((byte) => byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13);
  return control ? undefined : latin1(bytes);
}
