const ROUNDS = 16;
const P_WORDS = ROUNDS + 2;
const BOX_WORDS = 4 * 256;

/** 1/n - 1/(3·n³) + 1/(5·n⁵) - …, as so many bits behind the point. */
function arctangentOfInverse(n: bigint, bits: bigint): bigint {
  let sum = 0n;
  let power = (1n << bits) / n;
  for (let k = 1n; power !== 0n; k += 4n) {
    sum += power / k;
    power /= n * n;
    sum -= power / (k + 2n);
    power /= n * n;
  }
  return sum;
}

let start: Uint32Array | undefined;

/** The words that the key schedule begins with: the binary digits of π behind its point. */
function digitsOfPi(): Uint32Array {
  const bits = BigInt(32 * (P_WORDS + BOX_WORDS));
  const guard = 64n;
  const pi = 16n * arctangentOfInverse(5n, bits + guard) - 4n * arctangentOfInverse(239n, bits + guard); // Machin's formula
  const digits = Buffer.from(
    BigInt.asUintN(Number(bits), pi >> guard)
      .toString(16)
      .padStart(Number(bits) / 4, '0'),
    'hex',
  );
  return Uint32Array.from({ length: P_WORDS + BOX_WORDS }, (_, i) => digits.readUInt32BE(4 * i));
}

/** The subkeys of the rounds, then the four S-boxes, in one. */
export type BlowfishKey = Uint32Array;

function f(key: BlowfishKey, x: number): number {
  const [a, b, c, d] = [x >>> 24, (x >>> 16) & 255, (x >>> 8) & 255, x & 255];
  const sum = key[P_WORDS + a]! + key[P_WORDS + 256 + b]!;
  return (((sum ^ key[P_WORDS + 512 + c]!) >>> 0) + key[P_WORDS + 768 + d]!) >>> 0;
}

/** @param order of the subkeys: upwards to encrypt, downwards to decrypt */
function crypt(key: BlowfishKey, first: number, second: number, order: readonly number[]): readonly [number, number] {
  let [left, right] = [first, second];
  for (let round = 0; round < ROUNDS; round++) {
    left ^= key[order[round]!]!;
    [left, right] = [(right ^ f(key, left)) >>> 0, left];
  }
  return [(right ^ key[order[ROUNDS + 1]!]!) >>> 0, (left ^ key[order[ROUNDS]!]!) >>> 0];
}

const UPWARDS = Array.from({ length: P_WORDS }, (_, i) => i);
const DOWNWARDS = UPWARDS.map((i) => P_WORDS - 1 - i);

/**
 * @param key 4 to 56 bytes
 * @see B. Schneier, Description of a New Variable-Length Key, 64-Bit Block Cipher (Blowfish), 1994
 */
export function expandBlowfishKey(key: Uint8Array): BlowfishKey {
  const words = Uint32Array.from((start ??= digitsOfPi()));
  for (let i = 0; i < P_WORDS; i++) {
    for (let byte = 0; byte < 4; byte++) words[i]! ^= key[(4 * i + byte) % key.length]! << (24 - 8 * byte);
  }
  let block: readonly [number, number] = [0, 0];
  for (let i = 0; i < words.length; i += 2) {
    block = crypt(words, ...block, UPWARDS);
    words.set(block, i);
  }
  return words;
}

/** One block of eight bytes, in place. */
export function blowfishDecryptBlock(key: BlowfishKey, data: Uint8Array, at: number): void {
  const view = new DataView(data.buffer, data.byteOffset + at, 8);
  const [left, right] = crypt(key, view.getUint32(0), view.getUint32(4), DOWNWARDS);
  view.setUint32(0, left);
  view.setUint32(4, right);
}
