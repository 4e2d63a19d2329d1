import { createHash } from 'node:crypto';
import { iterateSha1 } from './sha1Block.ts';
import { iterateSha256 } from './sha256Block.ts';

/** Rounds between two looks at the outside: some 10 ms. */
const SLICE = 1 << 16;

/**
 * Hashes `digest` again and again: H(H(…H(digest))), `rounds` times. `digest` is one output of `hash`, so each round of
 * SHA-1, SHA-224 and SHA-256 compresses exactly one block, which a loop here does several times faster than one call of
 * the native hash a round. Other hashes go through node:crypto. Returns to the event loop every few milliseconds.
 *
 * @param check throws to stop
 */
export async function iterateHash(
  hash: string,
  digest: Uint8Array,
  rounds: number,
  check: () => void,
): Promise<Uint8Array> {
  const step = stepOf(hash);
  let state = digest;
  for (let left = rounds; left > 0; left -= SLICE) {
    state = step(state, Math.min(left, SLICE));
    if (left > SLICE) {
      await new Promise<void>((resolve) => {
        setImmediate(resolve);
      });
      check();
    }
  }
  return state;
}

function stepOf(hash: string): (digest: Uint8Array, rounds: number) => Uint8Array {
  if (hash === 'sha1') return iterateSha1;
  if (hash === 'sha256' || hash === 'sha224') return iterateSha256;
  return (digest, rounds) => {
    let state = digest;
    for (let i = 0; i < rounds; i++) state = createHash(hash).update(state).digest();
    return state;
  };
}
