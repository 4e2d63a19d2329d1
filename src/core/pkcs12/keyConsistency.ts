import { createECDH, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { parseAsn1, Tag } from '../asn1/reader.ts';
import { bytesToHex, contentOf, isUniversal, readOctets, sequenceOf } from '../asn1/values.ts';
import type { KeyAlgorithm } from './contents.ts';
import { privateKeyOctets, type PrivateKeyRead } from './privateKey.ts';

/**
 * Whether the secret half of a key belongs to its public half. A damaged or stitched key has the right modulus or point, and
 * signs nothing that its certificate could verify. True where this runtime can't tell.
 */
export function isConsistent({ algorithm, pkcs8, spki }: PrivateKeyRead): boolean {
  switch (algorithm.kind) {
    case 'rsa':
    case 'rsa-pss':
      return rsaIsConsistent(pkcs8, algorithm);
    case 'ec':
    case 'ed25519':
    case 'ed448':
      return spki === undefined || signsForItself(pkcs8, spki, algorithm);
    case 'other':
      return true;
  }
}

/** Above it the arithmetic takes long, and no tool makes such keys. */
const MOST_RSA_BITS = 16_384;

/**
 * n = p·q, and d undoes e for both primes.
 * @see RFC 8017 §3.2, App. A.1.2
 */
function rsaIsConsistent(pkcs8: Uint8Array, { bits }: KeyAlgorithm): boolean {
  const numbers = rsaNumbers(pkcs8);
  if (!numbers || bits === undefined || bits > MOST_RSA_BITS) return true;
  const [n, e, d, p, q] = numbers;
  // a key may come without its primes (all zero): nothing to compare with
  if (p === 0n && q === 0n) return true;
  if (p <= 1n || q <= 1n || p * q !== n) return false;
  return (e * d - 1n) % (p - 1n) === 0n && (e * d - 1n) % (q - 1n) === 0n;
}

function rsaNumbers(pkcs8: Uint8Array): [n: bigint, e: bigint, d: bigint, p: bigint, q: bigint] | undefined {
  const key = parseAsn1(privateKeyOctets(pkcs8), { encoding: 'ber', allowTrailing: true });
  const [version, n, e, d, p, q] = sequenceOf(key, 'the RSA key');
  // version 1 has more than two primes
  if (version === undefined || contentOf(version)[0] !== 0) return undefined;
  const numbers = [n, e, d, p, q].map((node) =>
    node && isUniversal(node, Tag.integer) ? BigInt(`0x0${bytesToHex(contentOf(node))}`) : undefined,
  );
  return numbers.every((number) => number !== undefined)
    ? (numbers as [bigint, bigint, bigint, bigint, bigint])
    : undefined;
}

/** Signs something and verifies it with the public half. */
function signsForItself(pkcs8: Uint8Array, spki: Uint8Array, { kind, name }: KeyAlgorithm): boolean {
  const hash = kind === 'ec' ? 'sha256' : null;
  const message = Buffer.from('a key belongs to itself');
  try {
    const signature = sign(hash, message, createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' }));
    return verify(hash, message, createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' }), signature);
  } catch {
    // this runtime does not know the curve; or it is BoringSSL, which does not even read a key that is at odds with itself
    const curve = CURVES[name];
    return curve === undefined || pointFits(curve, pkcs8, spki);
  }
}

/** Curves that every runtime has, by the names that it takes. */
const CURVES: Readonly<Record<string, string>> = {
  'EC P-256': 'prime256v1',
  'EC P-384': 'secp384r1',
  'EC P-521': 'secp521r1',
};

/** Works out the public point and compares it with how the public key ends. @see RFC 5915 §3 */
function pointFits(curve: string, pkcs8: Uint8Array, spki: Uint8Array): boolean {
  const key = parseAsn1(privateKeyOctets(pkcs8), { encoding: 'ber', allowTrailing: true });
  const [, secret] = sequenceOf(key, 'the EC key');
  if (!secret || !isUniversal(secret, Tag.octetString)) return true;
  const exchange = createECDH(curve);
  try {
    exchange.setPrivateKey(readOctets(secret));
  } catch {
    return false; // not a number that this curve has keys for
  }
  return [exchange.getPublicKey(), Buffer.from(exchange.getPublicKey('hex', 'compressed'), 'hex')].some((point) =>
    point.equals(spki.subarray(-point.length)),
  );
}
