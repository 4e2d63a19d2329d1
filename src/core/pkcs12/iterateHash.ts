import { createHash } from 'node:crypto';
import { hashLoop } from './hashLoop.ts';

/** Rounds of one call: short, so that V8 can change to its optimised code early. */
const CALL = 1 << 11;
/** Rounds between two turns of the event loop: 5 to 50 ms. */
const TURN = 1 << 16;

type Step = (digest: Uint8Array, rounds: number) => Uint8Array;

/** What is used of WebAssembly; not every runtime has it (a V8 without a compiler). */
interface WebAssemblyApi {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { exports: { memory: { buffer: ArrayBuffer }; run(rounds: number): void } };
}

/**
 * Hashes `digest` again and again: H(H(…H(digest))), `rounds` times. `digest` is one output of `hash`, so each round
 * compresses exactly one block: WebAssembly of our own does that several times faster than a call of the native hash a round.
 * Returns to the event loop every few milliseconds.
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
  for (let left = rounds; left > 0; left -= TURN) {
    for (let turn = Math.min(left, TURN); turn > 0; turn -= CALL) state = step(state, Math.min(turn, CALL));
    if (left > TURN) {
      await new Promise<void>((resolve) => {
        setImmediate(resolve);
      });
      check();
    }
  }
  return state;
}

const steps = new Map<string, Step>();

function stepOf(hash: string): Step {
  const known = steps.get(hash);
  if (known) return known;
  const step = wasmStep(hash) ?? nativeStep(hash);
  steps.set(hash, step);
  return step;
}

function nativeStep(hash: string): Step {
  return (digest, rounds) => {
    let state = digest;
    for (let i = 0; i < rounds; i++) state = createHash(hash).update(state).digest();
    return state;
  };
}

function wasmStep(hash: string): Step | undefined {
  const { WebAssembly } = globalThis as unknown as { WebAssembly?: WebAssemblyApi };
  const loop = WebAssembly && hashLoop(hash);
  if (!loop) return undefined;
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(loop.module));
  const size = loop.littleEndian ? 1 : loop.word.bits / 8;
  return (digest, rounds) => {
    const memory = new Uint8Array(exports.memory.buffer, 0, digest.length);
    reverseWords(digest, memory, size);
    exports.run(rounds);
    const result = new Uint8Array(digest.length);
    reverseWords(memory, result, size);
    memory.fill(0);
    return result;
  };
}

/** Between the big-endian words of a digest and the little-endian ones of WebAssembly. */
function reverseWords(from: Uint8Array, to: Uint8Array, size: number): void {
  for (let i = 0; i < from.length; i++) to[i] = from[i - (i % size) + size - 1 - (i % size)] ?? 0;
}
