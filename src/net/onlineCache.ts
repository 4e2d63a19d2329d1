import { createHash } from 'node:crypto';

interface Kept {
  readonly body: Uint8Array;
  /** milliseconds since 1970-01-01T00:00:00Z */
  readonly until: number;
  /** that was sent with the question */
  readonly nonce: Uint8Array | undefined;
}

const MAX_BYTES = 8 * 2 ** 20;
const MAX_ENTRIES = 500;

/**
 * What was fetched and found sound, in memory, at most 8 MiB of answers and as much of certificates: answers on revocation by what
 * was asked until they run out, certificates by their content. What is taken from here is checked again like what comes from the
 * network.
 */
export class OnlineCache {
  readonly #answers = new Shelf<Kept>(({ body }) => body.length);
  /** DER by SHA-256 */
  readonly #certificates = new Shelf<Uint8Array>((der) => der.length);
  /** which certificates an address gave */
  readonly #given = new Shelf<readonly string[]>((hashes) => 64 * hashes.length);

  /** @param question the address, and what was sent to it */
  answer(question: string, time: number): Kept | undefined {
    const kept = this.#answers.get(question);
    return kept && time <= kept.until ? kept : undefined;
  }

  keepAnswer(question: string, body: Uint8Array, until: number, nonce?: Uint8Array): void {
    this.#answers.keep(question, { body, until, nonce });
  }

  /** DER of what an address gave; empty where nothing is known of it */
  certificates(url: string): readonly Uint8Array[] {
    return (this.#given.get(url) ?? []).flatMap((hash) => this.#certificates.get(hash) ?? []);
  }

  keepCertificates(url: string, ders: readonly Uint8Array[]): void {
    const hashes = ders.map((der) => {
      const hash = createHash('sha256').update(der).digest('hex');
      this.#certificates.keep(hash, der);
      return hash;
    });
    this.#given.keep(url, hashes);
  }
}

/** The oldest make room for the newest. */
class Shelf<T> {
  readonly #kept = new Map<string, T>();
  readonly #sizeOf: (value: T) => number;
  #size = 0;

  constructor(sizeOf: (value: T) => number) {
    this.#sizeOf = sizeOf;
  }

  get(key: string): T | undefined {
    return this.#kept.get(key);
  }

  keep(key: string, value: T): void {
    this.#remove(key);
    this.#kept.set(key, value);
    this.#size += this.#sizeOf(value);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MAX_ENTRIES && this.#size <= MAX_BYTES) break;
      this.#remove(oldest);
    }
  }

  #remove(key: string): void {
    const value = this.#kept.get(key);
    if (value === undefined) return;
    this.#size -= this.#sizeOf(value);
    this.#kept.delete(key);
  }
}
