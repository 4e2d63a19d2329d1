import { latin1 } from '../asn1/values.ts';
import type { FileKind } from './errors.ts';
import { recogniseDer } from './recogniseDer.ts';

/** What of a file is looked at, in bytes. */
const LOOKED_AT = 1 << 20;

/** What a file is that may be text: `unknown` where it is none. Never throws. */
export function recogniseText(bytes: Uint8Array): FileKind {
  const text = decode(bytes.subarray(0, LOOKED_AT));
  if (text === undefined) return 'unknown';
  const labels = new Set<string>();
  for (const match of text.matchAll(/-----BEGIN ([A-Z0-9 ]{1,40})-----/g)) labels.add(match[1] ?? '');
  if (labels.size > 0) return recognisePem(labels, text);
  if (text.startsWith('PuTTY-User-Key-File-')) return 'puttyKey';
  if (/^\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype html|html|head|body)\b/i.test(text)) return 'html';
  if (/^\s*[[{]/.test(text) && /[\]}]\s*$/.test(text)) return 'json';
  return holdsPfx(text) ? 'textPfx' : 'text';
}

function recognisePem(labels: ReadonlySet<string>, text: string): FileKind {
  const has = (...some: readonly string[]): boolean => some.some((label) => labels.has(label));
  const key = [...labels].some((label) => label.endsWith('PRIVATE KEY'));
  const certificate = has('CERTIFICATE', 'X509 CERTIFICATE', 'TRUSTED CERTIFICATE');
  // Windows' certutil -encode calls everything a certificate
  if (has('PKCS12', 'PFX') || holdsPfx(/-----BEGIN [^-]+-----([^-]*)/.exec(text)?.[1] ?? '')) return 'textPfx';
  if (key && certificate) return 'pemBundle';
  if (has('OPENSSH PRIVATE KEY')) return 'openSshKey';
  if (key) return 'pemPrivateKey';
  if (certificate) return 'pemCertificate';
  if (has('PKCS7', 'CMS')) return 'p7b';
  if (has('CERTIFICATE REQUEST', 'NEW CERTIFICATE REQUEST')) return 'csr';
  if (has('X509 CRL')) return 'crl';
  if (has('PUBLIC KEY', 'RSA PUBLIC KEY')) return 'publicKey';
  return [...labels].some((label) => label.startsWith('PGP ')) ? 'pgp' : 'pemOther';
}

/** Whether this is the Base64 of a PFX, as it is, in quotes or as a `data:` address. */
function holdsPfx(text: string): boolean {
  const start = text
    .slice(0, 300)
    .replace(/^\s*["']?(?:data:[\w./+;=-]{0,80},)?/i, '')
    .replace(/\s/g, '');
  return /^MI[A-Za-z0-9+/]{20}/.test(start) && recogniseDer(Buffer.from(start, 'base64')) === 'pfx';
}

/** As text where it is text: UTF-16, or bytes without control characters; undefined otherwise. */
function decode(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const [marked, markedSwapped] = [first === 0xff && second === 0xfe, first === 0xfe && second === 0xff];
  if (marked || isNarrow(bytes, 0)) return decodeUtf16(bytes);
  if (markedSwapped || isNarrow(bytes, 1)) {
    return decodeUtf16(Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16());
  }
  const control = bytes.some(isControl);
  return control ? undefined : latin1(bytes);
}

function decodeUtf16(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder('utf-16le').decode(bytes);
  for (let i = 0; i < text.length; i++) if (isControl(text.charCodeAt(i))) return undefined;
  return text;
}

/** Whether the first characters are ASCII in UTF-16 without its mark; `at` is where the low byte of each stands. */
function isNarrow(bytes: Uint8Array, at: 0 | 1): boolean {
  const start = bytes.subarray(0, 64);
  return (
    start.length >= 8 &&
    start.every((byte, i) => (i % 2 === at ? byte > 0 && byte < 0x7f && !isControl(byte) : byte === 0))
  );
}

function isControl(byte: number): boolean {
  return byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13;
}
