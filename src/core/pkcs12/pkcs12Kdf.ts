import { createHash } from 'node:crypto';
import { concatBytes } from '../asn1/values.ts';
import { iterateHash } from './iterateHash.ts';

/** What the derived bytes are for: the ID byte of RFC 7292 App. B.3. */
export const Purpose = { key: 1, iv: 2, mac: 3 } as const;

export interface Pkcs12KdfInput {
  readonly hash: string;
  readonly purpose: number;
  /** already encoded (RFC 7292 App. B.1) */
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
  readonly iterations: number;
  /** in bytes */
  readonly length: number;
}

/**
 * The key derivation of PKCS#12.
 * @param check throws to stop
 * @see RFC 7292 App. B.2
 */
export async function pkcs12Kdf(input: Pkcs12KdfInput, check: () => void): Promise<Uint8Array> {
  const { hash, length } = input;
  const block = blockSize(hash);
  const diversifier = new Uint8Array(block).fill(input.purpose);
  const state = concatBytes([repeatToBlocks(input.salt, block), repeatToBlocks(input.password, block)]);
  const derived = new Uint8Array(length);
  for (let at = 0; at < length;) {
    const first = createHash(hash).update(diversifier).update(state).digest();
    const digest = await iterateHash(hash, first, input.iterations - 1, check);
    derived.set(digest.subarray(0, length - at), at);
    at += digest.length;
    if (at < length) addToBlocks(state, digest, block);
    digest.fill(0);
  }
  state.fill(0);
  return derived;
}

/** What the hash function takes in at once, in bytes. @see FIPS 180-4 §1, FIPS 202 table 3 */
function blockSize(hash: string): number {
  if (hash.startsWith('sha3-')) return 200 - Number(hash.slice(5)) / 4;
  return hash === 'sha384' || hash.startsWith('sha512') ? 128 : 64;
}

function repeatToBlocks(bytes: Uint8Array, block: number): Uint8Array {
  const repeated = new Uint8Array(Math.ceil(bytes.length / block) * block);
  for (let at = 0; at < repeated.length; at += bytes.length) {
    repeated.set(bytes.subarray(0, Math.min(bytes.length, repeated.length - at)), at);
  }
  return repeated;
}

/** I_j := (I_j + B + 1) mod 2^v for each block I_j, where B is the digest repeated to the length of a block. */
function addToBlocks(state: Uint8Array, digest: Uint8Array, block: number): void {
  for (let start = 0; start < state.length; start += block) {
    let carry = 1;
    for (let i = block - 1; i >= 0; i--) {
      const sum = (state[start + i] ?? 0) + (digest[i % digest.length] ?? 0) + carry;
      state[start + i] = sum & 0xff;
      carry = sum >> 8;
    }
  }
}
