import { createPrivateKey, createPublicKey } from 'node:crypto';
import { Asn1Error, type Asn1Node, parseAsn1, Tag } from '../asn1/reader.ts';
import {
  bitStringFromContent,
  contentOf,
  encodingOf,
  expectUniversal,
  isContext,
  isUniversal,
  readOctets,
  readOid,
  readSmallInteger,
  sequenceOf,
} from '../asn1/values.ts';
import { bitString, integerBytes, nullValue, oid as derOid, sequence } from '../asn1/writer.ts';
import type { KeyAlgorithm } from './contents.ts';
import { curveOf, nameOfKey } from './keyNames.ts';
import { Oid } from './oids.ts';

/** What is known of a private key. */
export interface PrivateKeyRead {
  /** PrivateKeyInfo, a copy */
  readonly pkcs8: Uint8Array;
  readonly algorithm: KeyAlgorithm;
  readonly spki?: Uint8Array;
}

/**
 * Reads a PrivateKeyInfo (bytes behind it are let be) and works out the public key.
 * @throws Asn1Error where it is none
 * @see RFC 5958 §2
 */
export function readPrivateKey(bytes: Uint8Array): PrivateKeyRead {
  const root = parseAsn1(bytes, { encoding: 'ber', allowTrailing: true });
  const children = sequenceOf(root, 'the private key');
  const version = readSmallInteger(children[0], 'the version of the private key', root);
  if (version !== 0 && version !== 1) throw new Asn1Error('unexpected', root.start, 'a private key of another version');
  const algorithmNode = children[1];
  const [oidNode, parameters] = sequenceOf(algorithmNode, 'the algorithm of the private key', root);
  const oid = readOid(oidNode, 'the algorithm of the private key', algorithmNode);
  const inner = readOctets(expectUniversal(children[2], Tag.octetString, 'the private key', root));
  const pkcs8 = new Uint8Array(encodingOf(root));
  const embedded = children.find((child) => isContext(child, 1));
  const read = { oid, algorithmNode: algorithmNode as Asn1Node, parameters, inner, embedded };
  const algorithm = describe(read);
  const spki = publicKeyOf(read, algorithm, pkcs8);
  return spki ? { pkcs8, algorithm, spki } : { pkcs8, algorithm };
}

/** The content of the OCTET STRING that holds the key itself. @throws Asn1Error */
export function privateKeyOctets(pkcs8: Uint8Array): Uint8Array {
  const root = parseAsn1(pkcs8, { encoding: 'ber', allowTrailing: true });
  return readOctets(expectUniversal(root.children[2], Tag.octetString, 'the private key', root));
}

interface KeyParts {
  readonly oid: string;
  readonly algorithmNode: Asn1Node;
  readonly parameters: Asn1Node | undefined;
  readonly inner: Uint8Array;
  /** the public key that a OneAsymmetricKey may have */
  readonly embedded: Asn1Node | undefined;
}

function describe({ oid, parameters, inner }: KeyParts): KeyAlgorithm {
  if (oid === Oid.rsaEncryption || oid === Oid.rsaPss) {
    const modulus = rsaIntegers(inner)?.[0];
    const pss = oid === Oid.rsaPss;
    const bits = modulus ? bitLength(modulus) : undefined;
    return { kind: pss ? 'rsa-pss' : 'rsa', name: pss ? 'RSA-PSS' : 'RSA', ...(bits === undefined ? {} : { bits }) };
  }
  if (oid === Oid.ecPublicKey) {
    const curve = curveOf(parameters);
    return { kind: 'ec', ...curve };
  }
  if (oid === Oid.ed25519) return { kind: 'ed25519', name: 'Ed25519', bits: 255 };
  if (oid === Oid.ed448) return { kind: 'ed448', name: 'Ed448', bits: 448 };
  return { kind: 'other', name: nameOfKey(oid) };
}

/** Keys whose public half node:crypto works out, with the largest PrivateKeyInfo to hand to it: hostile ones take long. */
function nativeSizeLimit(parts: KeyParts): number {
  switch (parts.oid) {
    case Oid.ecPublicKey:
      return isUniversal(parts.parameters, Tag.oid) ? 1024 : 0;
    case Oid.ed25519:
    case Oid.ed448:
      return 1024;
    case Oid.dsa:
      return 2048;
    default:
      // ML-DSA, SLH-DSA and ML-KEM (NIST CSOR)
      return /^2\.16\.840\.1\.101\.3\.4\.[34]\./.test(parts.oid) ? 8192 : 0;
  }
}

function publicKeyOf(parts: KeyParts, algorithm: KeyAlgorithm, pkcs8: Uint8Array): Uint8Array | undefined {
  if (algorithm.kind === 'rsa' || algorithm.kind === 'rsa-pss') {
    const integers = rsaIntegers(parts.inner);
    if (!integers) return undefined;
    const identifier =
      parts.oid === Oid.rsaPss ? encodingOf(parts.algorithmNode) : sequence(derOid(parts.oid), nullValue());
    return sequence(identifier, bitString(sequence(...integers.map((integer) => integerBytes(integer)))));
  }
  if (pkcs8.length <= nativeSizeLimit(parts)) {
    try {
      const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
      return new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' }));
    } catch {
      // this runtime does not know the algorithm or the curve, or the key is damaged: what the key itself says is left
    }
  }
  const point = parts.embedded
    ? bitStringFromContent(contentOf(parts.embedded), 'the public key').bytes
    : ecPoint(parts);
  return point && sequence(encodingOf(parts.algorithmNode), bitString(point));
}

/** Modulus and public exponent of an RSAPrivateKey (RFC 8017 App. A.1.2). */
function rsaIntegers(inner: Uint8Array): [Uint8Array, Uint8Array] | undefined {
  const [, modulus, exponent] = sequenceOf(parseAsn1(inner, { encoding: 'ber', allowTrailing: true }), 'the RSA key');
  if (!modulus || !exponent || !isUniversal(modulus, Tag.integer) || !isUniversal(exponent, Tag.integer))
    return undefined;
  return [contentOf(modulus), contentOf(exponent)];
}

/** The public key that an ECPrivateKey may have (RFC 5915 §3). */
function ecPoint({ oid, inner }: KeyParts): Uint8Array | undefined {
  if (oid !== Oid.ecPublicKey) return undefined;
  const key = parseAsn1(inner, { encoding: 'ber', allowTrailing: true });
  const tagged = key.children.find((child) => isContext(child, 1))?.children[0];
  return tagged && isUniversal(tagged, Tag.bitString)
    ? bitStringFromContent(contentOf(tagged), 'the public key').bytes
    : undefined;
}

function bitLength(integer: Uint8Array): number {
  const first = integer.findIndex((byte) => byte !== 0);
  if (first < 0) return 0;
  return (integer.length - first - 1) * 8 + (32 - Math.clz32(integer[first] ?? 0));
}
