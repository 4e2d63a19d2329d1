import { randomBytes } from 'node:crypto';
import { integer, nullValue, octetString, oid, sequence } from '../asn1/writer.ts';
import { encrypt, type WritingCipher } from './cipher.ts';
import { type Derivation, Deriver, Passwords } from './derivation.ts';
import { hmacByOid, Oid, oidOf } from './oids.ts';
import { Purpose } from './pkcs12Kdf.ts';

/** What this product writes, and the one more that its samples need. */
export type WrittenEncryption =
  /** PBES2, AES-256-CBC, PBKDF2 with HMAC-SHA-256 (OpenSSL 3) */
  | 'aes-256'
  /** PBE-SHA1-3DES (every Windows) */
  | '3des'
  /** PBE-SHA1-RC2-40 (OpenSSL 1.x and old Windows, for certificates) */
  | 'rc2-40';

export interface Encrypted {
  /** AlgorithmIdentifier, DER */
  readonly algorithm: Uint8Array;
  readonly data: Uint8Array;
}

const pbes1 = {
  '3des': { oid: Oid.pbeSha1TripleDes, cipher: { kind: 'native', name: 'des-ede3-cbc', keyLength: 24, block: 8 } },
  'rc2-40': { oid: Oid.pbeSha1Rc2With40Bits, cipher: { kind: 'rc2', keyLength: 5, effectiveBits: 40, block: 8 } },
} as const satisfies Record<string, { oid: string; cipher: WritingCipher }>;

const aes256: WritingCipher = { kind: 'native', name: 'aes-256-cbc', keyLength: 32, block: 16 };

/**
 * Encrypts `clear` under a password, with a new salt.
 * @see RFC 7292 App. B and C, RFC 8018 §6.2.1
 */
export async function encryptUnder(
  password: string,
  form: WrittenEncryption,
  iterations: number,
  clear: Uint8Array,
): Promise<Encrypted> {
  const deriver = new Deriver(() => {});
  const passwords = new Passwords(password);
  const kdf = async (how: Derivation, purpose: number, length: number): Promise<Uint8Array> =>
    deriver.derive(how, purpose, passwords.formsFor(how)[0]?.bytes ?? new Uint8Array(0), length);
  try {
    if (form === 'aes-256') {
      const how: Derivation = { kind: 'pbkdf2', hash: 'sha256', salt: new Uint8Array(randomBytes(16)), iterations };
      const iv = new Uint8Array(randomBytes(16));
      const data = encrypt(aes256, await kdf(how, Purpose.key, 32), iv, clear);
      return { algorithm: pbes2Identifier(how.salt, iterations, iv), data };
    }
    const { oid: type, cipher } = pbes1[form];
    const how: Derivation = { kind: 'pkcs12', hash: 'sha1', salt: new Uint8Array(randomBytes(8)), iterations };
    const key = await kdf(how, Purpose.key, cipher.keyLength);
    const data = encrypt(cipher, key, await kdf(how, Purpose.iv, 8), clear);
    return { algorithm: sequence(oid(type), sequence(octetString(how.salt), integer(iterations))), data };
  } finally {
    deriver.clear();
    passwords.clear();
  }
}

function pbes2Identifier(salt: Uint8Array, iterations: number, iv: Uint8Array): Uint8Array {
  const prf = sequence(oid(oidOf(hmacByOid, 'sha256')), nullValue());
  const kdf = sequence(oid(Oid.pbkdf2), sequence(octetString(salt), integer(iterations), prf));
  return sequence(oid(Oid.pbes2), sequence(kdf, sequence(oid(Oid.aes256Cbc), octetString(iv))));
}
