import { cast5Boxes } from './cast5Boxes.ts';

let boxes: Uint32Array | undefined;

/** S-box `number` (1 to 8) at `index`. */
function s(number: number, index: number): number {
  const table = (boxes ??= cast5Boxes());
  return table[(number - 1) * 256 + index]!;
}

/** Masking and rotation subkeys of the rounds. */
export interface Cast5Key {
  readonly mask: Uint32Array;
  readonly rotation: Uint8Array;
  readonly rounds: 12 | 16;
}

/**
 * The bytes that each of the four words of one half of the key schedule is made of: the S-box inputs of S5, S6, S7 and S8,
 * then that of the fifth box, which for the words 0 to 3 is S7, S8, S5 and S6 (RFC 2144 §2.4).
 */
const transformZ = [
  [13, 15, 12, 14, 8],
  [0, 2, 1, 3, 10],
  [7, 6, 5, 4, 9],
  [10, 9, 11, 8, 11],
] as const;
const transformX = [
  [5, 7, 4, 6, 0],
  [0, 2, 1, 3, 2],
  [7, 6, 5, 4, 1],
  [10, 9, 11, 8, 3],
] as const;
/** Which word of the source each of those words is XORed with. */
const sourceZ = [0, 2, 3, 1] as const;
const sourceX = [2, 0, 1, 3] as const;

/** The inputs of S5 to S8 and of the fifth box for the four subkeys that are taken after a transformation. */
const subkeys = [
  [
    [8, 9, 7, 6, 2],
    [10, 11, 5, 4, 6],
    [12, 13, 3, 2, 9],
    [14, 15, 1, 0, 12],
  ],
  [
    [3, 2, 12, 13, 8],
    [1, 0, 14, 15, 13],
    [7, 6, 8, 9, 3],
    [5, 4, 10, 11, 7],
  ],
  [
    [3, 2, 12, 13, 9],
    [1, 0, 14, 15, 12],
    [7, 6, 8, 9, 2],
    [5, 4, 10, 11, 6],
  ],
  [
    [8, 9, 7, 6, 3],
    [10, 11, 5, 4, 7],
    [12, 13, 3, 2, 8],
    [14, 15, 1, 0, 13],
  ],
] as const;

function word(bytes: Uint8Array, i: number): number {
  return ((bytes[4 * i]! << 24) | (bytes[4 * i + 1]! << 16) | (bytes[4 * i + 2]! << 8) | bytes[4 * i + 3]!) >>> 0;
}

/** One half of the key schedule: the first word from `source` alone, the next ones from what is made so far. */
function transform(
  source: Uint8Array,
  target: Uint8Array,
  inputs: typeof transformZ | typeof transformX,
  order: typeof sourceZ | typeof sourceX,
): void {
  const view = new DataView(target.buffer);
  for (const [i, [a, b, c, d, fifth]] of inputs.entries()) {
    const from = i === 0 ? source : target;
    const last = s([7, 8, 5, 6][i]!, source[fifth]!);
    view.setUint32(
      4 * i,
      word(source, order[i]!) ^ s(5, from[a]!) ^ s(6, from[b]!) ^ s(7, from[c]!) ^ s(8, from[d]!) ^ last,
    );
  }
}

/** @param key 5 to 16 bytes @see RFC 2144 §2.4, §2.5 */
export function expandCast5Key(key: Uint8Array): Cast5Key {
  const x = new Uint8Array(16);
  const z = new Uint8Array(16);
  x.set(key);
  const all = new Uint32Array(32);
  for (let at = 0; at < 32; at += 16) {
    for (const [group, inputs] of subkeys.entries()) {
      const even = group % 2 === 0;
      if (even) transform(x, z, transformZ, sourceZ);
      else transform(z, x, transformX, sourceX);
      const t = even ? z : x;
      for (const [i, [a, b, c, d, fifth]] of inputs.entries()) {
        all[at + 4 * group + i] = s(5, t[a]!) ^ s(6, t[b]!) ^ s(7, t[c]!) ^ s(8, t[d]!) ^ s(5 + i, t[fifth]!);
      }
    }
  }
  x.fill(0);
  z.fill(0);
  const rotation = Uint8Array.from(all.subarray(16), (subkey) => subkey & 31);
  return { mask: all.slice(0, 16), rotation, rounds: key.length <= 10 ? 12 : 16 };
}

/** The round functions (RFC 2144 §2.2). */
function f(round: number, data: number, key: Cast5Key): number {
  const mask = key.mask[round]!;
  const kind = round % 3;
  const mixed = kind === 0 ? mask + data : kind === 1 ? mask ^ data : mask - data;
  const turn = key.rotation[round]!;
  const i = (mixed << turn) | (mixed >>> (32 - turn));
  const [a, b, c, d] = [s(1, i >>> 24), s(2, (i >>> 16) & 255), s(3, (i >>> 8) & 255), s(4, i & 255)];
  if (kind === 0) return (((a ^ b) - c) | 0) + d;
  return kind === 1 ? ((a - b + c) | 0) ^ d : (((a + b) | 0) ^ c) - d;
}

/** One block of eight bytes, in place. */
export function cast5DecryptBlock(key: Cast5Key, data: Uint8Array, at: number): void {
  const view = new DataView(data.buffer, data.byteOffset + at, 8);
  let left = view.getUint32(0);
  let right = view.getUint32(4);
  for (let round = key.rounds - 1; round >= 0; round--) [left, right] = [right, (left ^ f(round, right, key)) >>> 0];
  view.setUint32(0, right);
  view.setUint32(4, left);
}
