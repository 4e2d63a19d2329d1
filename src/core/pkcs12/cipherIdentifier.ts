import { type Asn1Node, Tag } from '../asn1/reader.ts';
import { copyOctets, expectUniversal, isUniversal, readOid, readSmallInteger, sequenceOf } from '../asn1/values.ts';
import { type Cipher, hasCipher, ivLength, type OtherMode } from './cipher.ts';
import type { EncryptionFacts } from './contents.ts';
import type { Unsupported } from './encryptionScheme.ts';
import { strangerName } from './oids.ts';

/** A cipher as PBES2 names it. */
export type CipherRead = { cipher: Cipher; iv: Uint8Array; facts: EncryptionFacts['cipher']; name: string };

type Row = readonly [Cipher, EncryptionFacts['cipher'], string];

/** A cipher that node:crypto has: its mode is the last part of its name. */
function native(
  oid: string,
  name: string,
  bits: number,
  facts: EncryptionFacts['cipher'],
  shown: string,
): [string, Row] {
  const mode = name.slice(-3);
  const block = name.startsWith('des') ? 8 : 16;
  const cipher: Cipher = { kind: 'native', name, keyLength: bits / 8, block };
  return [oid, [mode === 'cbc' ? cipher : { ...cipher, mode: mode as OtherMode }, facts, shown]];
}

/** AES, ARIA and Camellia with one key length each: `which` is 0 for 128 bits, 1 for 192, 2 for 256. */
function family(bits: 128 | 192 | 256, which: number): [string, Row][] {
  const row = (oid: string, prefix: 'aes' | 'aria' | 'camellia', mode: string): [string, Row] => {
    const title = prefix === 'camellia' ? 'Camellia' : prefix.toUpperCase();
    return native(
      oid,
      `${prefix}-${bits}-${mode}`,
      bits,
      `${prefix}-${bits}`,
      `${title}-${bits}-${mode.toUpperCase()}`,
    );
  };
  return [
    ...['ecb', 'cbc', 'ofb', 'cfb'].map((mode, i) => row(`2.16.840.1.101.3.4.1.${20 * which + i + 1}`, 'aes', mode)),
    ...['ecb', 'cbc', 'cfb', 'ofb', 'ctr'].map((mode, i) =>
      row(`1.2.410.200046.1.1.${5 * which + i + 1}`, 'aria', mode),
    ),
    row(`1.2.392.200011.61.1.1.1.${which + 2}`, 'camellia', 'cbc'),
    ...([1, 3, 4, 9] as const).map((arc, i) =>
      row(`0.3.4401.5.3.1.9.${20 * which + arc}`, 'camellia', ['ecb', 'ofb', 'cfb', 'ctr'][i] ?? ''),
    ),
  ];
}

const des = { kind: 'des', keyLength: 8, block: 8 } as const;

/** Ciphers whose parameter is the IV alone. */
const ciphers: ReadonlyMap<string, Row> = new Map<string, Row>([
  ...family(128, 0),
  ...family(192, 1),
  ...family(256, 2),
  ...([1, 2, 3, 4, 7] as const).map((arc, i) => {
    const mode = ['ecb', 'cbc', 'ofb', 'cfb', 'ctr'][i] ?? '';
    return native(`1.2.156.10197.1.104.${arc}`, `sm4-${mode}`, 128, 'sm4', `SM4-${mode.toUpperCase()}`);
  }),
  native('1.2.840.113549.3.7', 'des-ede3-cbc', 192, '3des', '3DES-CBC'),
  ['1.2.410.200004.1.4', [{ kind: 'seed', keyLength: 16, block: 16 }, 'seed', 'SEED-CBC']],
  ['1.3.14.3.2.6', [{ ...des, mode: 'ecb' }, 'des', 'DES-ECB']],
  ['1.3.14.3.2.7', [des, 'des', 'DES-CBC']],
  ['1.3.14.3.2.8', [{ ...des, mode: 'ofb' }, 'des', 'DES-OFB']],
  ['1.3.14.3.2.9', [{ ...des, mode: 'cfb' }, 'des', 'DES-CFB']],
  ['1.3.14.3.2.17', [{ kind: 'des', keyLength: 16, block: 8, mode: 'ecb' }, '2des', '2DES-ECB']],
]);

/** AES with a tag: the last number of the OID is 6 or 7 for 128 bits, 20 more for each longer key (RFC 5084). */
const aead: ReadonlyMap<string, readonly [128 | 192 | 256, 'gcm' | 'ccm']> = new Map(
  ([128, 192, 256] as const).flatMap((bits, i) =>
    (['gcm', 'ccm'] as const).map(
      (mode, j) => [`2.16.840.1.101.3.4.1.${20 * i + 6 + j}`, [bits, mode] as const] as const,
    ),
  ),
);

const rc2Oid = '1.2.840.113549.3.2';
const cast5Oid = '1.2.840.113533.7.66.10';
const blowfishOid = '1.3.6.1.4.1.3029.1.2';
const rc4Oid = '1.2.840.113549.3.4';

/**
 * Reads the AlgorithmIdentifier of a cipher: one of those in CBC mode, AES in GCM or CCM (as Bouncy Castle writes it), RC4, or one of
 * the modes that OpenSSL writes where it is told to.
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
  if (oid === blowfishOid) return readBlowfish(parameters, node, keyLength);
  if (oid === rc4Oid) return readRc4(keyLength);
  const withTag = aead.get(oid);
  if (withTag) return readAead(...withTag, oid, parameters, node);
  const row = ciphers.get(oid);
  if (!row) return { unsupported: strangerName(oid), oid };
  const [cipher, facts, name] = row;
  if (!hasCipher(cipher)) return { unsupported: name, oid };
  // NSS writes no parameter where there is no IV, OpenSSL an empty one
  const none = ivLength(cipher) === 0 && !isUniversal(parameters, Tag.octetString);
  const iv = none
    ? new Uint8Array(0)
    : copyOctets(expectUniversal(parameters, Tag.octetString, 'the initialization vector', node));
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

/** GCMParameters, CCMParameters: nonce and length of the tag, 12 where it is not said (RFC 5084 §3). */
function readAead(
  bits: 128 | 192 | 256,
  mode: 'gcm' | 'ccm',
  oid: string,
  parameters: Asn1Node | undefined,
  parent: Asn1Node | undefined,
): CipherRead | Unsupported {
  const name = `AES-${bits}-${mode.toUpperCase()}`;
  // PKI.js writes the nonce alone, with a tag of 16 bytes
  const alone = mode === 'gcm' && isUniversal(parameters, Tag.octetString);
  const [nonceNode, tagNode] = alone ? [parameters] : sequenceOf(parameters, `the parameters of ${name}`, parent);
  const iv = copyOctets(expectUniversal(nonceNode, Tag.octetString, 'the nonce', parameters));
  const tagLength = tagNode ? readSmallInteger(tagNode, 'the length of the tag') : alone ? 16 : 12;
  const [shortestTag, shortest, longest] = mode === 'gcm' ? [12, 1, 64] : [4, 7, 13];
  const odd = tagLength < shortestTag || tagLength > 16 || (mode === 'ccm' && tagLength % 2 === 1);
  const cipher: Cipher = { kind: 'aead', name: `aes-${bits}-${mode}`, keyLength: bits / 8, block: 0, tagLength };
  if (odd || iv.length < shortest || iv.length > longest || !hasCipher(cipher)) return { unsupported: name, oid };
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

/** OpenSSL writes the IV alone; the key has 128 bits where the derivation does not say otherwise. */
function readBlowfish(
  parameters: Asn1Node | undefined,
  parent: Asn1Node | undefined,
  keyLength = 16,
): CipherRead | Unsupported {
  const iv = copyOctets(expectUniversal(parameters, Tag.octetString, 'the initialization vector', parent));
  const name = 'Blowfish-CBC';
  if (keyLength < 4 || keyLength > 56) return { unsupported: name, oid: blowfishOid };
  return { cipher: { kind: 'blowfish', keyLength, block: 8 }, iv, facts: 'blowfish', name };
}

/** It has no IV: its parameters, where there are any, are NULL. */
function readRc4(keyLength = 16): CipherRead | Unsupported {
  const name = 'RC4';
  if (keyLength < 5 || keyLength > 256) return { unsupported: name, oid: rc4Oid };
  const facts = keyLength === 5 ? 'rc4-40' : 'rc4-128';
  return { cipher: { kind: 'rc4', keyLength, block: 0 }, iv: new Uint8Array(0), facts, name };
}
