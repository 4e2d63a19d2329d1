import { Asn1Error, type Asn1Node, Tag } from '../asn1/reader.ts';
import { copyOctets, expectUniversal, isUniversal, readOid, readSmallInteger, sequenceOf } from '../asn1/values.ts';
import { ivLength } from './cipher.ts';
import { readCipher } from './cipherIdentifier.ts';
import type { EncryptionFacts } from './contents.ts';
import { type Derivation, hasHash } from './derivation.ts';
import type { EncryptionScheme, Unsupported } from './encryptionScheme.ts';
import { type Budget, checkLimit, Limit } from './limits.ts';
import { digestSize, hashName, hmacByOid, Oid, oidOf, strangerName } from './oids.ts';

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
  if (iv.length !== (ivLength(cipher) ?? iv.length)) {
    throw new Asn1Error('unexpected', cipherNode?.start ?? 0, `an initialization vector of ${iv.length} bytes`);
  }
  if (kdf.keyLength !== undefined && kdf.keyLength !== cipher.keyLength) {
    return {
      unsupported: `${name} with a key of ${kdf.keyLength} bytes`,
      oid: readOid(cipherNode?.children[0], 'the cipher'),
    };
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
  const salt = copyOctets(saltNode);
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
  const prf = children[next];
  const oid = prf
    ? readOid(sequenceOf(prf, 'the pseudo-random function')[0], 'the pseudo-random function', prf)
    : oidOf(hmacByOid, 'sha1');
  const hash = hmacByOid.get(oid);
  if (!hash || !hasHash(hash)) {
    return { unsupported: `PBKDF2 ${hash ? `HMAC-${hashName(hash)}` : strangerName(oid)}`, oid };
  }
  if (keyLength !== undefined && (keyLength < 1 || keyLength > Limit.derivedKey)) {
    throw new Asn1Error('unexpected', children[2]?.start ?? 0, 'a key length out of range');
  }
  budget.charge({ kind: 'pbkdf2', hash, iterations, passes: Math.ceil((keyLength ?? 32) / digestSize(hash)) });
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
  budget.charge({ kind: 'scrypt', iterations: n * r * p });
  return {
    derivation: { kind: 'scrypt', salt, n, r, p },
    ...(keyLength === undefined ? {} : { keyLength }),
    name: 'scrypt',
  };
}
