import { createHash, createPublicKey } from 'node:crypto';
import { Asn1Error, type Asn1Node, parseAsn1, Tag } from '../asn1/reader.ts';
import { bytesToHex, contentOf, isUniversal, readBitString, readOid, sequenceOf } from '../asn1/values.ts';

/**
 * Whether two SubjectPublicKeyInfos are of the same key. One key has several encodings: a point on a curve compressed or not, an
 * RSA key as such or for RSA-PSS only, parameters that say nothing there or not. So the numbers are compared and not the bytes,
 * without the crypto library where that can be, since BoringSSL takes few kinds of keys. What was read of a key is kept with it.
 *
 * @returns undefined where it cannot be told: other bytes of an unknown algorithm, a curve that is not named
 * @see RFC 3279 §2.3, RFC 4055 §1.2, RFC 5480 §2, RFC 8410 §4
 */
export function samePublicKey(a: Uint8Array, b: Uint8Array): boolean | undefined {
  const [ofA, ofB] = [numbersOf(a), numbersOf(b)];
  if (ofA.text === ofB.text) return true;
  return ofA.comparable && ofB.comparable ? false : undefined;
}

interface Numbers {
  /** the same for two encodings of one key */
  readonly text: string;
  /** whether another text means another key */
  readonly comparable: boolean;
}

const known = new WeakMap<Uint8Array, Numbers>();

function numbersOf(spki: Uint8Array): Numbers {
  let numbers = known.get(spki);
  if (!numbers) {
    const text = read(spki);
    const bytes = createHash('sha256').update(spki).digest('hex');
    numbers = text === undefined ? { text: bytes, comparable: false } : { text, comparable: true };
    known.set(spki, numbers);
  }
  return numbers;
}

const RSA = ['1.2.840.113549.1.1.1', '1.2.840.113549.1.1.10'];
const EC = '1.2.840.10045.2.1';
/** X25519, X448, Ed25519, Ed448 (RFC 8410); ML-DSA, SLH-DSA, ML-KEM (NIST CSOR): the bytes are the key, parameters say nothing. */
const BYTES_ALONE = /^(1\.3\.101\.11[0-3]|2\.16\.840\.1\.101\.3\.4\.[34]\.\d+)$/;

function read(spki: Uint8Array): string | undefined {
  try {
    const root = parseAsn1(spki, { encoding: 'ber' });
    const [algorithm, key] = sequenceOf(root, 'the public key');
    const [type, parameters] = sequenceOf(algorithm, 'its algorithm', root);
    const oid = readOid(type, 'its algorithm', algorithm);
    const { bytes } = readBitString(key, 'the key', root);
    if (RSA.includes(oid)) return `rsa ${rsaNumbers(bytes).join(' ')}`;
    if (oid === EC)
      return isUniversal(parameters, Tag.oid) ? point(readOid(parameters, 'its curve'), bytes) : byLibrary(spki);
    return BYTES_ALONE.test(oid) ? `${oid} ${bytesToHex(bytes)}` : undefined;
  } catch (error) {
    if (error instanceof Asn1Error) return undefined; // no SubjectPublicKeyInfo
    throw error;
  }
}

/** Modulus and exponent. */
function rsaNumbers(bytes: Uint8Array): readonly string[] {
  return sequenceOf(parseAsn1(bytes, { encoding: 'ber' }), 'an RSA key').map(digits);
}

/** Of an INTEGER, without leading zeros. */
function digits(node: Asn1Node): string {
  return bytesToHex(contentOf(node)).replace(/^0+/, '');
}

/** x, and whether y is odd: the two points of one x differ in that alone. @see SEC 1 §2.3.3, X9.62 §4.3.6 */
function point(curve: string, bytes: Uint8Array): string | undefined {
  const form = bytes[0] ?? 0;
  const hex = bytesToHex(bytes.subarray(1));
  if (form === 2 || form === 3) return `${curve} ${hex} ${form & 1}`;
  // 6 and 7: the hybrid form, with both y and its parity
  if (![4, 6, 7].includes(form) || bytes.length % 2 === 0) return undefined;
  return `${curve} ${hex.slice(0, hex.length / 2)} ${(bytes.at(-1) ?? 0) & 1}`;
}

const NAMED: Readonly<Record<string, string>> = {
  'P-256': '1.2.840.10045.3.1.7',
  'P-384': '1.3.132.0.34',
  'P-521': '1.3.132.0.35',
  secp256k1: '1.3.132.0.10',
};

/** A curve that is written out: the library may know which one it is. */
function byLibrary(spki: Uint8Array): string | undefined {
  try {
    const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
    const { crv, x = '', y = '' } = key.export({ format: 'jwk' });
    const curve = NAMED[crv ?? ''];
    return (
      curve && point(curve, Buffer.concat([Uint8Array.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]))
    );
  } catch {
    return undefined; // the library takes no such key: the caller says that it can't be told
  }
}
