import { Asn1Error, type Asn1Node, Tag } from '../asn1/reader.ts';
import { expectUniversal, isUniversal, readOctets, readOid, readSmallInteger, sequenceOf } from '../asn1/values.ts';
import type { Cipher } from './cipher.ts';
import type { EncryptionFacts } from './contents.ts';
import type { Derivation } from './derivation.ts';
import type { EncryptionScheme, Unsupported } from './encryptionScheme.ts';
import { type Budget, checkLimit, Limit } from './limits.ts';
import { hashName, hmacByOid, Oid, strangerName } from './oids.ts';

/** What is read of a key derivation. `keyLength` in bytes, where the file states it. */
export interface DerivationRead {
  readonly derivation: Derivation;
  readonly keyLength?: number;
  /** as people write it */
  readonly name: string;
}

/**
 * Reads PBES2-params. Charges iterations, derives nothing.
 * @throws Asn1Error, PfxError `limit`, `malformed`
 * @see RFC 8018 App. A.4
 */
export function readPbes2(parameters: Asn1Node | undefined, budget: Budget): EncryptionScheme | Unsupported {
  const [kdfNode, cipherNode] = sequenceOf(parameters, 'the parameters of PBES2');
  const kdf = readDerivation(kdfNode, parameters, budget);
  if ('unsupported' in kdf) return kdf;
  const read = readCipher(cipherNode, parameters, kdf.keyLength);
  if ('unsupported' in read) return read;
  const { cipher, iv, name } = read;
  if (iv.length !== cipher.block) {
    throw new Asn1Error('unexpected', cipherNode?.start ?? 0, `an initialization vector of ${iv.length} bytes`);
  }
  if (kdf.keyLength !== undefined && kdf.keyLength !== cipher.keyLength) {
    throw new Asn1Error('unexpected', kdfNode?.start ?? 0, `a key of ${kdf.keyLength} bytes`);
  }
  const { derivation } = kdf;
  const facts: EncryptionFacts = {
    name: `PBES2 ${name}, ${kdf.name}`,
    scheme: 'pbes2',
    cipher: read.facts,
    hash: derivation.kind === 'scrypt' ? 'sha256' : derivation.hash,
    iterations: derivation.kind === 'scrypt' ? derivation.n : derivation.iterations,
  };
  return { facts, derivation, cipher, iv };
}

/**
 * Reads the AlgorithmIdentifier of PBKDF2 or scrypt.
 * @throws Asn1Error, PfxError `limit`, `malformed`
 * @see RFC 8018 App. A.2, RFC 7914 §7
 */
export function readDerivation(
  node: Asn1Node | undefined,
  parent: Asn1Node | undefined,
  budget: Budget,
): DerivationRead | Unsupported {
  const [oidNode, parameters] = sequenceOf(node, 'the key derivation', parent);
  const oid = readOid(oidNode, 'the key derivation', node);
  if (oid !== Oid.pbkdf2 && oid !== Oid.scrypt) return { unsupported: strangerName(oid), oid };
  const children = sequenceOf(parameters, 'the parameters of the key derivation', node);
  const saltNode = expectUniversal(children[0], Tag.octetString, 'the salt', parameters);
  const salt = readOctets(saltNode);
  const iterations = readSmallInteger(children[1], 'the iteration count', parameters);
  return oid === Oid.scrypt
    ? readScrypt(salt, iterations, children, budget)
    : readPbkdf2(salt, iterations, children, budget);
}

function readPbkdf2(
  salt: Uint8Array,
  iterations: number,
  children: readonly Asn1Node[],
  budget: Budget,
): DerivationRead | Unsupported {
  let next = 2;
  const keyLength = isUniversal(children[next], Tag.integer)
    ? readSmallInteger(children[next++], 'the key length')
    : undefined;
  let hash: string | undefined = 'sha1';
  const prf = children[next];
  if (prf) {
    const oid = readOid(sequenceOf(prf, 'the pseudo-random function')[0], 'the pseudo-random function', prf);
    hash = hmacByOid.get(oid);
    if (!hash) return { unsupported: `PBKDF2 ${strangerName(oid)}`, oid };
  }
  if (keyLength !== undefined && (keyLength < 1 || keyLength > Limit.derivedKey)) {
    throw new Asn1Error('unexpected', children[2]?.start ?? 0, 'a key length out of range');
  }
  budget.charge(iterations);
  return {
    derivation: { kind: 'pbkdf2', hash, salt, iterations },
    ...(keyLength === undefined ? {} : { keyLength }),
    name: `PBKDF2 HMAC-${hashName(hash)}`,
  };
}

function readScrypt(salt: Uint8Array, n: number, children: readonly Asn1Node[], budget: Budget): DerivationRead {
  const r = readSmallInteger(children[2], 'the block size of scrypt');
  const p = readSmallInteger(children[3], 'the parallelization of scrypt');
  const keyLength = children[4] ? readSmallInteger(children[4], 'the key length') : undefined;
  const powerOfTwo = n > 1 && Number.isInteger(Math.log2(n));
  if (!powerOfTwo || r < 1 || p < 1 || (r < 4 && n >= 2 ** (16 * r))) {
    throw new Asn1Error('unexpected', children[1]?.start ?? 0, 'parameters that scrypt does not allow');
  }
  checkLimit('scryptMemory', 128 * n * r, Limit.scryptMemory);
  checkLimit('scryptParallelization', p, Limit.scryptParallelization);
  budget.charge(n * r * p, 'scrypt');
  return {
    derivation: { kind: 'scrypt', salt, n, r, p },
    ...(keyLength === undefined ? {} : { keyLength }),
    name: 'scrypt',
  };
}

type CipherRead = { cipher: Cipher; iv: Uint8Array; facts: EncryptionFacts['cipher']; name: string };

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
  ['1.3.14.3.2.7', [{ kind: 'des', keyLength: 8, block: 8 }, 'des', 'DES-CBC']],
]);

const rc2Oid = '1.2.840.113549.3.2';

function readCipher(
  node: Asn1Node | undefined,
  parent: Asn1Node | undefined,
  keyLength: number | undefined,
): CipherRead | Unsupported {
  const [oidNode, parameters] = sequenceOf(node, 'the cipher', parent);
  const oid = readOid(oidNode, 'the cipher', node);
  if (oid === rc2Oid) return readRc2(parameters, node, keyLength);
  const row = ciphers.get(oid);
  if (!row) return { unsupported: strangerName(oid), oid };
  const [cipher, facts, name] = row;
  const iv = readOctets(expectUniversal(parameters, Tag.octetString, 'the initialization vector', node));
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
  const iv = readOctets(expectUniversal(children.at(-1), Tag.octetString, 'the initialization vector', parameters));
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
