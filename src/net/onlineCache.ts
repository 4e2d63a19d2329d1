import { createHash } from 'node:crypto';

interface Kept {
  readonly body: Uint8Array;
  /** milliseconds since 1970-01-01T00:00:00Z */
  readonly until: number;
  /** that was sent with the question */
  readonly nonce: Uint8Array | undefined;
}

const MAX_ENTRIES = 200;

/**
 * What was fetched and found sound, in memory: answers on revocation by what was asked until they run out, certificates by their
 * content. What is taken from here is checked again like what comes from the network.
 */
export class OnlineCache {
  readonly #answers = new Map<string, Kept>();
  /** DER by SHA-256 */
  readonly #certificates = new Map<string, Uint8Array>();
  /** which certificates an address gave */
  readonly #given = new Map<string, readonly string[]>();

  /** @param question the address, and what was sent to it */
  answer(question: string, time: number): Kept | undefined {
    const kept = this.#answers.get(question);
    return kept && time <= kept.until ? kept : undefined;
  }

  keepAnswer(question: string, body: Uint8Array, until: number, nonce?: Uint8Array): void {
    keep(this.#answers, question, { body, until, nonce });
  }

  /** DER of what an address gave; empty where nothing is known of it */
  certificates(url: string): readonly Uint8Array[] {
    return (this.#given.get(url) ?? []).flatMap((hash) => this.#certificates.get(hash) ?? []);
  }

  keepCertificates(url: string, ders: readonly Uint8Array[]): void {
    const hashes = ders.map((der) => createHash('sha256').update(der).digest('hex'));
    ders.forEach((der, i) => keep(this.#certificates, hashes[i] ?? '', der));
    keep(this.#given, url, hashes);
  }
}

/** The oldest make room. */
function keep<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= MAX_ENTRIES) break;
    map.delete(oldest);
  }
}
