import {
  INTEGER,
  BIT_STRING,
  OCTET_STRING,
  OID,
  UTC_TIME,
  GENERALIZED_TIME,
  SEQUENCE,
} from '../asn1/identifierOctets.ts';
import type { FileKind } from './errors.ts';

/** Where an element lies: offsets of its content and behind its end, which may be behind that of the file. */
interface Header {
  readonly tag: number;
  readonly content: number;
  readonly end: number;
}

/** Undefined where there is none, or its length takes more than eight bytes. Never throws. */
export function header(bytes: Uint8Array, at: number): Header | undefined {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) return undefined;
  if (first < 0x80) return { tag, content: at + 2, end: at + 2 + first };
  if (first === 0x80) return { tag, content: at + 2, end: bytes.length };
  const octets = first & 0x7f;
  if (octets > 8) return undefined;
  let length = 0;
  for (let i = 0; i < octets; i++) length = length * 256 + (bytes[at + 2 + i] ?? 0);
  return { tag, content: at + 2 + octets, end: at + 2 + octets + length };
}

/** 1.2.840.113549.1.7 */
const pkcs7Prefix = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07];
/** the last number of signedData: its certificates are what a P7B is for */
const SIGNED_DATA = 2;
/** PKCS#5 (1.2.840.113549.1.5) and the encryptions of PKCS#12 (1.2.840.113549.1.12.1) */
const encryptionPrefixes = [
  [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x05],
  [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x0c, 0x01],
];

/** What a file is that begins with a SEQUENCE, from its first elements. Never throws. */
export function recogniseDer(bytes: Uint8Array): FileKind | 'pfx' {
  const outer = header(bytes, 0);
  const first = outer && header(bytes, outer.content);
  // of a file that is cut off within its first bytes nothing else can be told
  const cutOff = outer !== undefined && (bytes[1] ?? 0) >= 0x80 && outer.end > bytes.length;
  if (!first || first.content >= bytes.length) return cutOff ? 'pfx' : 'unknown';
  if (first.tag === OID) {
    if (!startsWith(bytes, first.content, pkcs7Prefix)) return 'unknown';
    return bytes[first.end - 1] === SIGNED_DATA ? 'p7b' : 'message';
  }
  if (first.tag === INTEGER) return afterVersion(bytes, first);
  return first.tag === SEQUENCE ? afterSequence(bytes, first) : 'unknown';
}

/** PFX (RFC 7292 §4) and private keys: RFC 5958 §2, RFC 8017 App. A.1.2, RFC 5915 §3. */
function afterVersion(bytes: Uint8Array, first: Header): FileKind | 'pfx' {
  const version = first.end - first.content === 1 ? bytes[first.content] : undefined;
  if (version === 3) return 'pfx';
  const second = header(bytes, first.end);
  if (second?.tag === INTEGER) return version === 0 || version === 1 ? 'rsaKey' : 'unknown';
  if (second?.tag === OCTET_STRING) return version === 1 ? 'ecKey' : 'unknown';
  const inner = second && header(bytes, second.content);
  if (second?.tag !== SEQUENCE || inner?.tag !== OID) return 'unknown';
  return startsWith(bytes, inner.content, pkcs7Prefix) ? 'pfx' : 'pkcs8';
}

/** Certificates and CRLs (RFC 5280 §4.1, §5.1), requests (RFC 2986 §4), public and encrypted private keys. */
function afterSequence(bytes: Uint8Array, first: Header): FileKind {
  const second = header(bytes, first.end);
  const inner = header(bytes, first.content);
  switch (inner?.tag) {
    case OID:
      if (second?.tag === BIT_STRING) return 'publicKey';
      return isEncryption(bytes, inner) ? 'encryptedPkcs8' : 'unknown';
    case 0xa0: // the version of a certificate
      return 'derCertificate';
    case SEQUENCE:
      // an encrypted key store of Bouncy Castle (BCFKS), and the MAC around it
      if (second?.tag === SEQUENCE && isEncryption(bytes, header(bytes, inner.content))) return 'bks';
      // the algorithm of a CRL of version 1
      return isTime(bytes, elementsAfter(bytes, first.content, 2)) ? 'crl' : 'unknown';
    case INTEGER: {
      const next = header(bytes, inner.end);
      if (next?.tag !== SEQUENCE) return 'unknown';
      if (header(bytes, next.content)?.tag === OID) {
        // version or serial number, algorithm, issuer: then the time of a CRL, or the validity of a certificate of version 1
        return isTime(bytes, elementsAfter(bytes, first.content, 3)) ? 'crl' : 'derCertificate';
      }
      return bytes[inner.content] === 0 && inner.end === inner.content + 1 ? 'csr' : 'unknown';
    }
    default:
      return 'unknown';
  }
}

function isEncryption(bytes: Uint8Array, oid: Header | undefined): boolean {
  return oid?.tag === OID && encryptionPrefixes.some((prefix) => startsWith(bytes, oid.content, prefix));
}

/** The offset behind `count` elements. */
function elementsAfter(bytes: Uint8Array, at: number, count: number): number {
  let offset = at;
  for (let i = 0; i < count; i++) offset = header(bytes, offset)?.end ?? bytes.length;
  return offset;
}

function isTime(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === UTC_TIME || bytes[at] === GENERALIZED_TIME;
}

function startsWith(bytes: Uint8Array, at: number, prefix: readonly number[]): boolean {
  return prefix.every((byte, i) => bytes[at + i] === byte);
}
