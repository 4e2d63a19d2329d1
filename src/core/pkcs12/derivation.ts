import { createHash, createHmac, pbkdf2, scrypt } from 'node:crypto';
import { bytesEqual, concatBytes } from '../asn1/values.ts';
import { CancelledError } from './cancelled.ts';
import { iterateHash } from './iterateHash.ts';
import { type PasswordBytes, pkcs12Passwords, pkcs5Passwords } from './passwords.ts';
import { pkcs12Kdf } from './pkcs12Kdf.ts';

/** How a key comes from a password. Lengths in bytes. */
export type Derivation =
  | { readonly kind: 'pkcs12'; readonly hash: string; readonly salt: Uint8Array; readonly iterations: number }
  | { readonly kind: 'pbkdf1'; readonly hash: string; readonly salt: Uint8Array; readonly iterations: number }
  | { readonly kind: 'pbkdf2'; readonly hash: string; readonly salt: Uint8Array; readonly iterations: number }
  | {
      readonly kind: 'scrypt';
      readonly salt: Uint8Array;
      readonly n: number;
      readonly r: number;
      readonly p: number;
    };

/** Whether this runtime has the hash function (BoringSSL lacks SM3, FIPS builds lack MD5), for an HMAC too. */
export function hasHash(hash: string): boolean {
  try {
    createHash(hash);
    createHmac(hash, '');
    return true;
  } catch {
    return false; // no such function here: the only thing that can fail
  }
}

interface Derived {
  readonly how: Derivation;
  readonly purpose: number;
  readonly password: Uint8Array;
  readonly length: number;
  readonly key: Promise<Uint8Array>;
}

/** Derivations that are looked at for one that is the same: a file with thousands of keys has thousands of salts. */
const KEPT = 64;

/** Derives keys, each once, and forgets them on `clear`. */
export class Deriver {
  readonly #derived: Derived[] = [];
  readonly #check: () => void;
  /** ends with the scrypt that was asked for last: one at a time, since each may take all the memory that is allowed */
  #scrypt: Promise<unknown> = Promise.resolve();
  #cleared = false;

  /** @param check throws to stop */
  constructor(check: () => void) {
    this.#check = check;
  }

  /**
   * Begins a derivation whose key will be asked for later: PBKDF2 and scrypt run in threads of their own beside what else
   * there is to do. It fails, if it does, where the key is asked for.
   */
  begin(how: Derivation, purpose: number, password: Uint8Array, length: number): void {
    if (how.kind !== 'pbkdf2' && how.kind !== 'scrypt') return;
    this.derive(how, purpose, password, length).catch(() => {});
  }

  /** @param purpose of RFC 7292 App. B.3; the other derivations know none */
  async derive(how: Derivation, purpose: number, password: Uint8Array, length: number): Promise<Uint8Array> {
    this.#check();
    const known = this.#derived
      .slice(-KEPT)
      .find(
        (entry) =>
          entry.purpose === purpose &&
          entry.length === length &&
          sameDerivation(entry.how, how) &&
          bytesEqual(entry.password, password),
      );
    if (known) return known.key;
    const begin = (): Promise<Uint8Array> => run(how, purpose, password, length, this.#check);
    const key = how.kind === 'scrypt' ? this.#afterOthers(begin) : begin();
    this.#derived.push({ how, purpose, password, length, key });
    return key;
  }

  #afterOthers(begin: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const key = this.#scrypt.then(() => {
      if (this.#cleared) throw new CancelledError(); // nobody waits for it any more
      return begin();
    });
    this.#scrypt = key.catch(() => undefined); // reported where the key was asked for
    return key;
  }

  /** Zeroes the keys, those still being made as soon as they are. */
  clear(): void {
    this.#cleared = true;
    for (const { key } of this.#derived.splice(0)) {
      key.then(
        (bytes) => bytes.fill(0),
        () => {}, // reported where the key was asked for
      );
    }
  }
}

function sameDerivation(a: Derivation, b: Derivation): boolean {
  if (!bytesEqual(a.salt, b.salt)) return false;
  if (a.kind === 'scrypt') return b.kind === 'scrypt' && a.n === b.n && a.r === b.r && a.p === b.p;
  return b.kind === a.kind && a.hash === b.hash && a.iterations === b.iterations;
}

async function run(
  how: Derivation,
  purpose: number,
  password: Uint8Array,
  length: number,
  check: () => void,
): Promise<Uint8Array> {
  const { kind, salt } = how;
  if (kind === 'pkcs12') return pkcs12Kdf({ ...how, purpose, password, length }, check);
  if (kind === 'pbkdf1') {
    const first = createHash(how.hash)
      .update(concatBytes([password, salt]))
      .digest();
    return (await iterateHash(how.hash, first, how.iterations - 1, check)).slice(0, length);
  }
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, key: Buffer): void => {
      if (error) reject(error);
      else resolve(key);
    };
    if (kind === 'pbkdf2') {
      pbkdf2(password, salt, how.iterations, length, how.hash, done);
    } else {
      const { n, r, p } = how;
      scrypt(password, salt, length, { N: n, r, p, maxmem: 128 * r * (n + p + 2) + (1 << 20) }, done);
    }
  });
}

/** The password as bytes, in the forms to try with a derivation. */
export class Passwords {
  readonly pkcs12: readonly PasswordBytes[];
  readonly pkcs5: readonly PasswordBytes[];

  constructor(password: string | undefined) {
    this.pkcs12 = pkcs12Passwords(password);
    this.pkcs5 = pkcs5Passwords(password);
  }

  formsFor(how: Derivation): readonly PasswordBytes[] {
    return how.kind === 'pkcs12' ? this.pkcs12 : this.pkcs5;
  }

  clear(): void {
    for (const { bytes } of [...this.pkcs12, ...this.pkcs5]) bytes.fill(0);
  }
}
