import { type Asn1Node, Tag } from '../asn1/reader.ts';
import { copyOctets, expectUniversal, isUniversal, readOid, readSmallInteger, sequenceOf } from '../asn1/values.ts';
import { type Cipher, hasCipher } from './cipher.ts';
import type { EncryptionFacts } from './contents.ts';
import type { Unsupported } from './encryptionScheme.ts';
import { Oid, strangerName } from './oids.ts';

/** A cipher as PBES2 names it. */
export type CipherRead = { cipher: Cipher; iv: Uint8Array; facts: EncryptionFacts['cipher']; name: string };

const cbc = (name: string, keyLength: number, block: number): Cipher => ({ kind: 'native', name, keyLength, block });

/** CBC ciphers whose parameter is the IV alone. */
const ciphers: ReadonlyMap<string, readonly [Cipher, EncryptionFacts['cipher'], string]> = new Map<
  string,
  readonly [Cipher, EncryptionFacts['cipher'], string]
>([
  ['2.16.840.1.101.3.4.1.2', [cbc('aes-128-cbc', 16, 16), 'aes-128', 'AES-128-CBC']],
  ['2.16.840.1.101.3.4.1.22', [cbc('aes-192-cbc', 24, 16), 'aes-192', 'AES-192-CBC']],
  [Oid.aes256Cbc, [cbc('aes-256-cbc', 32, 16), 'aes-256', 'AES-256-CBC']],
  ['1.2.840.113549.3.7', [cbc('des-ede3-cbc', 24, 8), '3des', '3DES-CBC']],
  ['1.2.392.200011.61.1.1.1.2', [cbc('camellia-128-cbc', 16, 16), 'camellia-128', 'Camellia-128-CBC']],
  ['1.2.392.200011.61.1.1.1.3', [cbc('camellia-192-cbc', 24, 16), 'camellia-192', 'Camellia-192-CBC']],
  ['1.2.392.200011.61.1.1.1.4', [cbc('camellia-256-cbc', 32, 16), 'camellia-256', 'Camellia-256-CBC']],
  ['1.2.410.200046.1.1.2', [cbc('aria-128-cbc', 16, 16), 'aria-128', 'ARIA-128-CBC']],
  ['1.2.410.200046.1.1.7', [cbc('aria-192-cbc', 24, 16), 'aria-192', 'ARIA-192-CBC']],
  ['1.2.410.200046.1.1.12', [cbc('aria-256-cbc', 32, 16), 'aria-256', 'ARIA-256-CBC']],
  ['1.2.156.10197.1.104.2', [cbc('sm4-cbc', 16, 16), 'sm4', 'SM4-CBC']],
  ['1.2.410.200004.1.4', [cbc('seed-cbc', 16, 16), 'seed', 'SEED-CBC']],
  ['1.3.14.3.2.7', [{ kind: 'des', keyLength: 8, block: 8 }, 'des', 'DES-CBC']],
]);

const gcm: ReadonlyMap<string, 128 | 192 | 256> = new Map([
  ['2.16.840.1.101.3.4.1.6', 128],
  ['2.16.840.1.101.3.4.1.26', 192],
  ['2.16.840.1.101.3.4.1.46', 256],
] as const);

const rc2Oid = '1.2.840.113549.3.2';
const cast5Oid = '1.2.840.113533.7.66.10';

/**
 * Reads the AlgorithmIdentifier of a cipher in CBC mode, or AES in GCM (as Bouncy Castle writes it).
 * @param keyLength of the key derivation, in bytes, where the file states it
 * @throws Asn1Error
 * @see RFC 8018 App. B.2, RFC 3565, RFC 3657, RFC 5084 §3.2, RFC 5794, RFC 2984
 */
export function readCipher(
  node: Asn1Node | undefined,
  parent: Asn1Node | undefined,
  keyLength: number | undefined,
): CipherRead | Unsupported {
  const [oidNode, parameters] = sequenceOf(node, 'the cipher', parent);
  const oid = readOid(oidNode, 'the cipher', node);
  if (oid === rc2Oid) return readRc2(parameters, node, keyLength);
  if (oid === cast5Oid) return readCast5(parameters, node, keyLength);
  const bits = gcm.get(oid);
  if (bits) return readGcm(bits, oid, parameters, node);
  const row = ciphers.get(oid);
  if (!row) return { unsupported: strangerName(oid), oid };
  const [cipher, facts, name] = row;
  if (!hasCipher(cipher)) return { unsupported: name, oid };
  const iv = copyOctets(expectUniversal(parameters, Tag.octetString, 'the initialization vector', node));
  return { cipher, facts, name, iv };
}

/** RC2-CBC-Parameter: effective bits in a code of its own, and the IV (RFC 8018 App. B.2.3). */
function readRc2(
  parameters: Asn1Node | undefined,
  parent: Asn1Node | undefined,
  keyLength: number | undefined,
): CipherRead | Unsupported {
  const children = isUniversal(parameters, Tag.octetString)
    ? [parameters as Asn1Node]
    : sequenceOf(parameters, 'the parameters of RC2', parent);
  const version = children.length > 1 ? readSmallInteger(children[0], 'the version of RC2') : undefined;
  const iv = copyOctets(expectUniversal(children.at(-1), Tag.octetString, 'the initialization vector', parameters));
  const codes = new Map<number | undefined, number>([
    [undefined, 32],
    [160, 40],
    [120, 64],
    [58, 128],
  ]);
  const effectiveBits = codes.get(version) ?? version ?? 0;
  const facts = effectiveBits === 40 ? 'rc2-40' : effectiveBits === 64 ? 'rc2-64' : 'rc2-128';
  const name = `RC2-${effectiveBits}-CBC`;
  const length = keyLength ?? effectiveBits >> 3;
  if (effectiveBits > 1024 || effectiveBits < 8 || length > 128) return { unsupported: name, oid: rc2Oid };
  return { cipher: { kind: 'rc2', keyLength: length, effectiveBits, block: 8 }, iv, facts, name };
}

/** GCMParameters: nonce and length of the tag, 12 where it is not said (RFC 5084 §3.2). */
function readGcm(
  bits: 128 | 192 | 256,
  oid: string,
  parameters: Asn1Node | undefined,
  parent: Asn1Node | undefined,
): CipherRead | Unsupported {
  const [nonceNode, tagNode] = sequenceOf(parameters, 'the parameters of GCM', parent);
  const iv = copyOctets(expectUniversal(nonceNode, Tag.octetString, 'the nonce', parameters));
  const tagLength = tagNode ? readSmallInteger(tagNode, 'the length of the tag') : 12;
  const name = `AES-${bits}-GCM`;
  if (tagLength < 12 || tagLength > 16 || iv.length < 1 || iv.length > 64) return { unsupported: name, oid };
  const cipher: Cipher = { kind: 'gcm', name: `aes-${bits}-gcm`, keyLength: bits / 8, block: 0, tagLength };
  return { cipher, iv, facts: `aes-${bits}`, name };
}

/** CAST5CBCParameters: the IV and the length of the key in bits (RFC 2984 §3); OpenSSL writes the IV alone. */
function readCast5(
  parameters: Asn1Node | undefined,
  parent: Asn1Node | undefined,
  keyLength: number | undefined,
): CipherRead | Unsupported {
  const [ivNode, bitsNode] = isUniversal(parameters, Tag.octetString)
    ? [parameters]
    : sequenceOf(parameters, 'the parameters of CAST5', parent);
  const iv = copyOctets(expectUniversal(ivNode, Tag.octetString, 'the initialization vector', parameters));
  const bits = bitsNode ? readSmallInteger(bitsNode, 'the key length of CAST5') : 128;
  const length = keyLength ?? bits >> 3;
  if (length < 5 || length > 16) return { unsupported: `CAST5-CBC with ${bits} bits`, oid: cast5Oid };
  return { cipher: { kind: 'cast5', keyLength: length, block: 8 }, iv, facts: 'cast5', name: 'CAST5-CBC' };
}
