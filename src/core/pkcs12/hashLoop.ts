import { assemble, type Code, get, set, word32, word64, type WordCodes } from './wasmAssembler.ts';

/** A hash function in the shape that its loop has. */
export interface HashLoop {
  readonly word: WordCodes;
  /** how the hash function reads bytes as words: only MD5 has the machine's own order */
  readonly littleEndian: boolean;
  /** words of a digest */
  readonly digestWords: number;
  /** WebAssembly: `run(rounds)` hashes the digest at address 0 (words in the order of the machine) in place */
  readonly module: Uint8Array;
}

/** Locals: 1 to 16 hold the message schedule, from 17 on come the working variables. */
const w = (index: number): number => 1 + (index & 15);
const variable = (index: number): number => 17 + index;

/**
 * Code that hashes a digest again and again: MD5, SHA-1, SHA-224, SHA-256, SHA-384 or SHA-512 with all steps unrolled, for
 * messages of one digest's length, which with their padding are exactly one block.
 * @returns undefined for any other hash
 * @see FIPS 180-4 §6, RFC 1321 §3
 */
export function hashLoop(hash: string): HashLoop | undefined {
  switch (hash) {
    case 'md5':
      return loop(word32, SHA1_INITIAL.slice(0, 4), 4, md5Steps(), true);
    case 'sha1':
      return loop(word32, SHA1_INITIAL, 5, sha1Steps());
    case 'sha224':
      return loop(
        word32,
        initialSha384().map((value) => value & 0xffffffffn),
        7,
        sha2Steps(word32),
      );
    case 'sha256':
      return loop(
        word32,
        squareRoots(0).map((value) => value >> 32n),
        8,
        sha2Steps(word32),
      );
    case 'sha384':
      return loop(word64, initialSha384(), 6, sha2Steps(word64));
    case 'sha512':
      return loop(word64, squareRoots(0), 8, sha2Steps(word64));
    default:
      return undefined;
  }
}

function loop(
  word: WordCodes,
  initial: readonly bigint[],
  digestWords: number,
  steps: Code,
  littleEndian = false,
): HashLoop {
  const size = word.bits / 8;
  const indices = Array.from({ length: digestWords }, (_, i) => i);
  const padding = Array.from({ length: 16 - digestWords }, (_, i): Code => {
    const index = digestWords + i;
    const bits = index === (littleEndian ? 14 : 15) ? BigInt(digestWords * word.bits) : 0n;
    const value = i > 0 ? bits : littleEndian ? 0x80n : 1n << BigInt(word.bits - 1);
    return set(w(index), word.constant(value));
  });
  const start = initial.map((value, i) => set(variable(i), word.constant(value)));
  const finish = indices.map((i) => set(w(i), [...get(variable(i)), ...word.constant(initial[i] ?? 0n), ...word.add]));
  const module = assemble(
    word,
    16 + initial.length + 1,
    indices.flatMap((i) => set(w(i), word.load(i * size))),
    [...padding.flat(), ...start.flat(), ...steps, ...finish.flat()],
    indices.flatMap((i) => word.store(i * size, get(w(i)))),
  );
  return { word, littleEndian, digestWords, module };
}

/** How far each of four steps rotates, by round. */
const MD5_TURNS = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
] as const;
/** Which word a step takes: `factor` · step + `start`, by round. */
const MD5_WORDS = [
  [1, 0],
  [5, 1],
  [3, 5],
  [7, 0],
] as const;

function md5Steps(): Code {
  const { add, and, xor, constant, rotateLeft } = word32;
  const steps: number[] = [];
  let [a, b, c, d] = [0, 1, 2, 3].map(variable) as [number, number, number, number];
  for (let t = 0; t < 64; t++) {
    const round = t >> 4;
    const not = [...constant(0xffffffffn), ...xor];
    const functions: readonly Code[] = [
      [...get(b), ...get(c), ...get(d), ...xor, ...and, ...get(d), ...xor],
      [...get(d), ...get(b), ...get(c), ...xor, ...and, ...get(c), ...xor],
      [...get(b), ...get(c), ...xor, ...get(d), ...xor],
      // c xor (b or not d)
      [...get(b), ...not, ...get(d), ...and, ...not, ...get(c), ...xor],
    ];
    const [factor, start] = MD5_WORDS[round] ?? [1, 0];
    const sine = BigInt(Math.floor(Math.abs(Math.sin(t + 1)) * 2 ** 32));
    const known = [...get(a), ...get(w(factor * t + start)), ...add, ...constant(sine), ...add];
    const turn = constant(BigInt(MD5_TURNS[round]?.[t & 3] ?? 0));
    const sum = [...known, ...(functions[round] ?? []), ...add];
    steps.push(...set(a, [...sum, ...turn, ...rotateLeft, ...get(b), ...add]));
    [a, b, c, d] = [d, a, b, c];
  }
  return steps;
}

/** The first four are those of MD5 too. */
const SHA1_INITIAL = [0x67452301n, 0xefcdab89n, 0x98badcfen, 0x10325476n, 0xc3d2e1f0n];
const SHA1_CONSTANTS = [0x5a827999n, 0x6ed9eba1n, 0x8f1bbcdcn, 0xca62c1d6n];

function sha1Steps(): Code {
  const { add, and, xor, constant, rotateLeft } = word32;
  const rotated = (local: number, by: number): Code => [...get(local), ...constant(BigInt(by)), ...rotateLeft];
  const steps: number[] = [];
  let [a, b, c, d, e] = [0, 1, 2, 3, 4].map(variable) as [number, number, number, number, number];
  for (let t = 0; t < 80; t++) {
    if (t >= 16) {
      const mixed = [...get(w(t - 3)), ...get(w(t - 8)), ...xor, ...get(w(t - 14)), ...xor, ...get(w(t)), ...xor];
      steps.push(...set(w(t), [...mixed, ...constant(1n), ...rotateLeft]));
    }
    const phase = Math.floor(t / 20);
    const parity = [...get(b), ...get(c), ...xor, ...get(d), ...xor];
    const choice = [...get(b), ...get(c), ...get(d), ...xor, ...and, ...get(d), ...xor];
    const majority = [...get(b), ...get(c), ...and, ...get(b), ...get(c), ...xor, ...get(d), ...and, ...add];
    const f = phase === 0 ? choice : phase === 2 ? majority : parity;
    const known = [...get(e), ...get(w(t)), ...add, ...constant(SHA1_CONSTANTS[phase] ?? 0n), ...add];
    steps.push(...set(e, [...known, ...f, ...add, ...rotated(a, 5), ...add]), ...set(b, rotated(b, 30)));
    [a, b, c, d, e] = [e, a, b, c, d];
  }
  return steps;
}

/** Rotations and shifts of the functions Σ0, Σ1, σ0 and σ1; the last of σ is a shift (FIPS 180-4 §4.1.2, §4.1.3). */
const turns = {
  32: { S0: [2, 13, 22], S1: [6, 11, 25], s0: [7, 18, 3], s1: [17, 19, 10] },
  64: { S0: [28, 34, 39], S1: [14, 18, 41], s0: [1, 8, 7], s1: [19, 61, 6] },
} as const;

function sha2Steps(word: WordCodes): Code {
  const { add, and, xor } = word;
  const { S0, S1, s0, s1 } = turns[word.bits];
  const turned = (local: number, by: number, how: Code): Code => [...get(local), ...word.constant(BigInt(by)), ...how];
  const sigma = (local: number, [x, y, z]: readonly [number, number, number], last: Code): Code => [
    ...turned(local, x, word.rotateRight),
    ...turned(local, y, word.rotateRight),
    ...xor,
    ...turned(local, z, last),
    ...xor,
  ];
  const constants = cubeRoots(word.bits === 32 ? 64 : 80);
  const steps: number[] = [];
  let [a, b, c, d, e, f, g, h] = [0, 1, 2, 3, 4, 5, 6, 7].map(variable) as [
    ...[number, number, number, number],
    ...[number, number, number, number],
  ];
  for (const [t, constant] of constants.entries()) {
    if (t >= 16) {
      const old = [...get(w(t - 7)), ...add, ...get(w(t)), ...add];
      const sigmas = [
        ...sigma(w(t - 15), s0, word.shiftRight),
        ...add,
        ...sigma(w(t - 2), s1, word.shiftRight),
        ...add,
      ];
      steps.push(...set(w(t), [...word.constant(0n), ...old, ...sigmas]));
    }
    const choice = [...get(e), ...get(f), ...get(g), ...xor, ...and, ...get(g), ...xor];
    const known = [...get(h), ...get(w(t)), ...add, ...word.constant(constant >> BigInt(64 - word.bits)), ...add];
    steps.push(...set(h, [...known, ...choice, ...add, ...sigma(e, S1, word.rotateRight), ...add]));
    steps.push(...set(d, [...get(d), ...get(h), ...add]));
    const majority = [...get(a), ...get(b), ...and, ...get(a), ...get(b), ...xor, ...get(c), ...and, ...add];
    steps.push(...set(h, [...get(h), ...sigma(a, S0, word.rotateRight), ...add, ...majority, ...add]));
    [a, b, c, d, e, f, g, h] = [h, a, b, c, d, e, f, g];
  }
  return steps;
}

/** The first primes. */
function primes(count: number): bigint[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found.map(BigInt);
}

/** The first 64 bits of the fractional part of the `degree`-th root. */
function rootFraction(n: bigint, degree: bigint): bigint {
  const target = n << (64n * degree);
  let low = 0n;
  let high = 1n << 72n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** degree <= target) low = middle;
    else high = middle;
  }
  return low & 0xffffffffffffffffn;
}

/** The initial values of SHA-512 (from 0) and SHA-384 (from 8): of the square roots of eight primes (FIPS 180-4 §5.3). */
function squareRoots(from: number): bigint[] {
  return primes(from + 8)
    .slice(from)
    .map((prime) => rootFraction(prime, 2n));
}

function initialSha384(): bigint[] {
  return squareRoots(8);
}

/** The constants of the rounds: of the cube roots of the first primes (FIPS 180-4 §4.2.2, §4.2.3). */
function cubeRoots(count: number): bigint[] {
  return primes(count).map((prime) => rootFraction(prime, 3n));
}
