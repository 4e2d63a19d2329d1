import { type Asn1Node, Tag } from '../asn1/reader.ts';
import { copyOctets, expectUniversal, readOid, readSmallInteger, sequenceOf } from '../asn1/values.ts';
import { type Cipher, hasCipher } from './cipher.ts';
import type { EncryptionFacts } from './contents.ts';
import { type Derivation, hasHash } from './derivation.ts';
import type { Budget } from './limits.ts';
import { hashName, Oid, strangerName } from './oids.ts';
import { readPbes2 } from './pbes2.ts';

/** How something is encrypted, ready to be undone. */
export interface EncryptionScheme {
  readonly facts: EncryptionFacts;
  readonly derivation: Derivation;
  readonly cipher: Cipher;
  /** undefined where it is derived like the key */
  readonly iv?: Uint8Array;
}

/** An algorithm that is not supported, here or in this runtime. */
export interface Unsupported {
  /** its name, or its OID where none is known */
  readonly unsupported: string;
  readonly oid: string;
}

type Pbes1Row = readonly [
  kind: 'pkcs12' | 'pbkdf1',
  hash: 'sha1' | 'md5',
  name: string,
  facts: EncryptionFacts['cipher'],
  cipher: Cipher,
];

const tripleDes: Cipher = { kind: 'native', name: 'des-ede3-cbc', keyLength: 24, block: 8 };
const des: Cipher = { kind: 'des', keyLength: 8, block: 8 };
const rc2With64Bits: Cipher = { kind: 'rc2', keyLength: 8, effectiveBits: 64, block: 8 };

/** RFC 7292 App. C, RFC 8018 App. A.3 */
const pbes1: ReadonlyMap<string, Pbes1Row> = new Map<string, Pbes1Row>([
  ['1.2.840.113549.1.12.1.1', ['pkcs12', 'sha1', 'RC4-128', 'rc4-128', { kind: 'rc4', keyLength: 16, block: 0 }]],
  ['1.2.840.113549.1.12.1.2', ['pkcs12', 'sha1', 'RC4-40', 'rc4-40', { kind: 'rc4', keyLength: 5, block: 0 }]],
  [Oid.pbeSha1TripleDes, ['pkcs12', 'sha1', '3DES', '3des', tripleDes]],
  ['1.2.840.113549.1.12.1.4', ['pkcs12', 'sha1', '2DES', '2des', { kind: 'des', keyLength: 16, block: 8 }]],
  [
    '1.2.840.113549.1.12.1.5',
    ['pkcs12', 'sha1', 'RC2-128', 'rc2-128', { kind: 'rc2', keyLength: 16, effectiveBits: 128, block: 8 }],
  ],
  [
    Oid.pbeSha1Rc2With40Bits,
    ['pkcs12', 'sha1', 'RC2-40', 'rc2-40', { kind: 'rc2', keyLength: 5, effectiveBits: 40, block: 8 }],
  ],
  ['1.2.840.113549.1.5.3', ['pbkdf1', 'md5', 'DES', 'des', des]],
  ['1.2.840.113549.1.5.6', ['pbkdf1', 'md5', 'RC2-64', 'rc2-64', rc2With64Bits]],
  ['1.2.840.113549.1.5.10', ['pbkdf1', 'sha1', 'DES', 'des', des]],
  ['1.2.840.113549.1.5.11', ['pbkdf1', 'sha1', 'RC2-64', 'rc2-64', rc2With64Bits]],
]);

/**
 * Reads the AlgorithmIdentifier of an encryption and charges its iterations to `budget`. Derives nothing.
 * @throws Asn1Error where it is not well-formed; PfxError `limit`, `malformed`
 */
export function readEncryptionScheme(algorithm: Asn1Node | undefined, budget: Budget): EncryptionScheme | Unsupported {
  const [oidNode, parameters] = sequenceOf(algorithm, 'the encryption algorithm');
  const oid = readOid(oidNode, 'the encryption algorithm');
  if (oid === Oid.pbes2) return readPbes2(parameters, budget);
  const row = pbes1.get(oid);
  if (!row) return { unsupported: strangerName(oid), oid };
  const [kind, hash, name, factsCipher, cipher] = row;
  const [saltNode, iterationsNode] = sequenceOf(parameters, 'the parameters of the encryption', algorithm);
  const salt = copyOctets(expectUniversal(saltNode, Tag.octetString, 'the salt', parameters));
  const iterations = readSmallInteger(iterationsNode, 'the iteration count', parameters);
  // a derivation of the key, block by block, and one of the IV; PBKDF1 gives both at once
  const passes = kind === 'pkcs12' ? Math.ceil(cipher.keyLength / 20) + Math.sign(cipher.block) : 1;
  budget.charge({ kind, hash, iterations, passes });
  const facts: EncryptionFacts = {
    name: kind === 'pkcs12' ? `PBE-SHA1-${name}` : `PBES1 ${hashName(hash)}, ${name}`,
    scheme: 'pbes1',
    cipher: factsCipher,
    hash,
    iterations,
  };
  if (!hasHash(hash) || !hasCipher(cipher)) return { unsupported: facts.name, oid };
  return { facts, derivation: { kind, hash, salt, iterations }, cipher };
}
