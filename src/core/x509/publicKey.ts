import { type Asn1Node, Asn1Error, parseAsn1, Tag } from '../asn1/reader.ts';
import {
  bytesToHex,
  contentOf,
  encodingOf,
  expectUniversal,
  isUniversal,
  readBitString,
  readOid,
  sequenceOf,
} from '../asn1/values.ts';
import type { PublicKeyFacts } from './certificate.ts';
import { namedCurve } from './curves.ts';

const OTHER_KEYS: ReadonlyMap<string, readonly [kind: PublicKeyFacts['kind'], name: string, bits?: number]> = new Map([
  ['1.3.101.112', ['ed25519', 'Ed25519', 256]],
  ['1.3.101.113', ['ed448', 'Ed448', 456]],
  ['1.2.840.10040.4.1', ['dsa', 'DSA']],
  ['1.3.101.110', ['other', 'X25519']],
  ['1.3.101.111', ['other', 'X448']],
  ['2.16.840.1.101.3.4.3.17', ['other', 'ML-DSA-44']],
  ['2.16.840.1.101.3.4.3.18', ['other', 'ML-DSA-65']],
  ['2.16.840.1.101.3.4.3.19', ['other', 'ML-DSA-87']],
]);

const RSA = '1.2.840.113549.1.1.1';
const RSA_PSS = '1.2.840.113549.1.1.10';
const EC = '1.2.840.10045.2.1';

/** A key, and what is wrong with it as a code of `defects.ts`. */
export interface ReadKey {
  readonly facts: PublicKeyFacts;
  readonly defect?: 'malformedPublicKey' | 'explicitCurve';
}

/**
 * A SubjectPublicKeyInfo. A key that can't be read is told as a defect, an unknown algorithm is not one.
 *
 * @throws Asn1Error where it isn't even an algorithm and a BIT STRING
 * @see RFC 5280 §4.1.2.7, RFC 3279 §2.3, RFC 4055, RFC 5480, RFC 8410
 */
export function readPublicKey(node: Asn1Node | undefined, parent: Asn1Node): ReadKey {
  const [algorithm, key] = sequenceOf(node, 'the public key', parent);
  const [type, parameters] = sequenceOf(algorithm, "the public key's algorithm", node);
  const oid = readOid(type, "the public key's algorithm", algorithm);
  const { bytes } = readBitString(key, 'the public key', node);
  const spki = node ? encodingOf(node) : new Uint8Array(0);
  if (oid === RSA || oid === RSA_PSS) return readRsa(spki, oid, bytes);
  if (oid === EC) return readEc(spki, parameters);
  const [kind, name, bits] = OTHER_KEYS.get(oid) ?? ['other', oid];
  if (kind === 'dsa' && parameters) {
    const prime = parameters.children[0];
    if (isUniversal(prime, Tag.integer) && prime)
      return { facts: { spki, kind, name, bits: bitLength(contentOf(prime)) } };
  }
  return { facts: { spki, kind, name, ...(bits !== undefined && { bits }) } };
}

function readRsa(spki: Uint8Array, oid: string, bytes: Uint8Array): ReadKey {
  const name = oid === RSA ? 'RSA' : 'RSA-PSS';
  const kind = oid === RSA ? 'rsa' : 'rsa-pss';
  try {
    const key = parseAsn1(bytes, { encoding: 'der' });
    const [modulus, exponent] = sequenceOf(key, 'an RSA key');
    const n = contentOf(expectUniversal(modulus, Tag.integer, 'the modulus', key));
    const e = contentOf(expectUniversal(exponent, Tag.integer, 'the exponent', key));
    return {
      facts: { spki, kind, name, bits: bitLength(n), exponent: BigInt(`0x${bytesToHex(e) || '0'}`).toString() },
    };
  } catch (error) {
    if (!(error instanceof Asn1Error)) throw error;
    return { facts: { spki, kind, name }, defect: 'malformedPublicKey' };
  }
}

function readEc(spki: Uint8Array, parameters: Asn1Node | undefined): ReadKey {
  if (!isUniversal(parameters, Tag.oid)) return { facts: { spki, kind: 'ec', name: 'EC' }, defect: 'explicitCurve' };
  const curve = readOid(parameters, 'the curve');
  const known = namedCurve(curve);
  return { facts: { spki, kind: 'ec', name: `EC ${known?.name ?? curve}`, curve, ...(known && { bits: known.bits }) } };
}

/** Bits of an INTEGER's content without the leading zeros. */
function bitLength(content: Uint8Array): number {
  const first = content.findIndex((byte) => byte !== 0);
  if (first < 0) return 0;
  return (content.length - first - 1) * 8 + (32 - Math.clz32(content[first] ?? 0));
}
