import { type Cipher, decrypt } from './cipher.ts';
import type { PasswordEncoding } from './contents.ts';
import { type Derivation, Deriver, Passwords } from './derivation.ts';
import type { EncryptionScheme } from './encryptionScheme.ts';
import { type MacScheme, macFits } from './mac.ts';
import { digestSize } from './oids.ts';
import type { PasswordBytes } from './passwords.ts';
import { Purpose } from './pkcs12Kdf.ts';

/** Derivations begun ahead: as many as the threads that Node has for them, less one. */
const AHEAD = 3;
/** Longer ones are not: nothing can stop a native derivation, and those of a file that was given up would stand in the next one's way. */
const AHEAD_ITERATIONS = 1_000_000;

/** What was made of decrypted bytes, and which password it took. */
export interface Unlocked<T> {
  readonly value: T;
  /** it was one of the further passwords, not the file's own */
  readonly further: boolean;
}

interface Candidate {
  readonly form: PasswordBytes;
  readonly standard: boolean;
  readonly further: boolean;
}

/** Tries passwords in all their forms, and remembers which worked. Holds secrets: `clear` it. */
export class Unlocker {
  readonly #passwords: readonly Passwords[];
  readonly #deriver: Deriver;
  readonly #worked: { form: PasswordBytes; standard: boolean }[] = [];

  /**
   * @param passwords the file's own first
   * @param check throws to stop
   */
  constructor(passwords: readonly (string | undefined)[], check: () => void) {
    this.#passwords = passwords.map((password) => new Passwords(password));
    this.#deriver = new Deriver(check);
  }

  /** Begins the derivations that will be needed if the password is right, so that they run while the MAC is checked. */
  begin(schemes: readonly EncryptionScheme[]): void {
    for (const { derivation, cipher } of schemes.slice(0, AHEAD)) {
      if (derivation.kind === 'pbkdf2' && derivation.iterations > AHEAD_ITERATIONS) continue;
      const form = this.#passwords[0]?.formsFor(derivation)[0];
      if (form) this.#deriver.begin(derivation, Purpose.key, form.bytes, cipher.keyLength);
    }
  }

  /** Whether the MAC fits under the file's own password in any form. */
  async macFits(mac: MacScheme, content: Uint8Array): Promise<boolean> {
    for (const [i, form] of (this.#passwords[0]?.formsFor(mac.derivation) ?? []).entries()) {
      const key = await this.#deriver.derive(mac.derivation, Purpose.mac, form.bytes, mac.keyLength);
      if (macFits(mac, key, content)) {
        this.#worked.push({ form, standard: i === 0 });
        return true;
      }
    }
    return false;
  }

  /**
   * Decrypts with each form of each password until `accept` makes something of the bytes.
   * @param accept undefined where the bytes are not what they should be; owns nothing: the bytes are zeroed after it
   */
  async decrypt<T>(
    scheme: EncryptionScheme,
    data: Uint8Array,
    accept: (clear: Uint8Array) => T | undefined,
  ): Promise<Unlocked<T> | undefined> {
    for (const { form, standard, further } of this.#candidates(scheme.derivation)) {
      for (const { key, iv } of await this.#keysAndIvs(scheme.derivation, scheme.cipher, scheme.iv, form.bytes)) {
        const clear = decrypt(scheme.cipher, key, iv, data);
        if (!clear) continue;
        try {
          const value = accept(clear);
          if (value === undefined) continue;
          if (!this.#worked.some((known) => known.form === form)) this.#worked.push({ form, standard });
          return { value, further };
        } finally {
          clear.fill(0);
        }
      }
    }
    return undefined;
  }

  /** Forms that worked before come first: a wrong form costs a derivation. */
  #candidates(how: Derivation): readonly Candidate[] {
    const all = this.#passwords.flatMap((password, which) =>
      password.formsFor(how).map((form, i) => ({ form, standard: i === 0, further: which > 0 })),
    );
    const known = all.filter(({ form }) => this.#worked.some((worked) => worked.form === form));
    return [...known, ...all.filter((candidate) => !known.includes(candidate))];
  }

  /** One, or two where tools do not agree which bytes the IV is. */
  async #keysAndIvs(
    how: Derivation,
    cipher: Cipher,
    iv: Uint8Array | undefined,
    password: Uint8Array,
  ): Promise<readonly { key: Uint8Array; iv: Uint8Array }[]> {
    if (how.kind === 'pbkdf1') {
      // key and IV are the first two parts of one derivation (RFC 8018 §6.1.1); NSS takes the last eight bytes of a SHA-1
      const all = await this.#deriver.derive(how, Purpose.key, password, digestSize(how.hash));
      const key = all.subarray(0, 8);
      const standard = { key, iv: all.subarray(8, 16) };
      return all.length > 16 ? [standard, { key, iv: all.subarray(-8) }] : [standard];
    }
    const key = await this.#deriver.derive(how, Purpose.key, password, cipher.keyLength);
    if (iv || cipher.block === 0) return [{ key, iv: iv ?? new Uint8Array(0) }];
    return [{ key, iv: await this.#deriver.derive(how, Purpose.iv, password, cipher.block) }];
  }

  /** Whether any password has been of use. */
  get proven(): boolean {
    return this.#worked.length > 0;
  }

  /** The form that departs from the standard, where one had to; else the first that worked. */
  get encoding(): PasswordEncoding {
    const departure = this.#worked.find(({ standard }) => !standard);
    return (departure ?? this.#worked[0])?.form.encoding ?? 'none';
  }

  clear(): void {
    this.#deriver.clear();
    for (const password of this.#passwords) password.clear();
  }
}
