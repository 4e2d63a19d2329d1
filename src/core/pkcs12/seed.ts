/** Products with 0 to 255 in the field that SEED's boxes are made in: polynomials modulo x^8 + x^6 + x^5 + x + 1. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let i = 0; i < 8; i++) {
    if ((b >> i) & 1) product ^= a;
    a = (a << 1) ^ (a & 0x80 ? 0x163 : 0);
  }
  return product;
}

/**
 * An S-box: x to a power, put through a matrix, and a constant.
 * @param columns of the matrix, that of the lowest bit first
 * @see RFC 4269 App. A
 */
function box(power: number, columns: readonly number[], constant: number): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, x) => {
    let y = x === 0 ? 0 : 1;
    for (let i = 0; i < power; i++) y = multiply(y, x);
    return columns.reduce((sum, column, bit) => ((y >> bit) & 1 ? sum ^ column : sum), constant);
  });
}

const MASKS = [0xfc, 0xf3, 0xcf, 0x3f] as const;

let extended: readonly Uint32Array[] | undefined;

/** SS0 to SS3: the two boxes with the masks of the bytes that they go into (RFC 4269 §2.3). */
function extendedBoxes(): readonly Uint32Array[] {
  const s1 = box(247, [0x2c, 0xd0, 0x69, 0xc2, 0x41, 0x44, 0x58, 0xe2], 169);
  const s2 = box(251, [0xd0, 0x2a, 0xe1, 0x2c, 0x21, 0x30, 0xa2, 0x6c], 56);
  return [s1, s2, s1, s2].map((values, which) =>
    Uint32Array.from(values, (y) =>
      [0, 1, 2, 3].reduce((word, byte) => word | ((y & MASKS[(which + byte) & 3]!) << (8 * byte)), 0),
    ),
  );
}

function g(x: number): number {
  const [a, b, c, d] = (extended ??= extendedBoxes());
  return a![x & 255]! ^ b![(x >>> 8) & 255]! ^ c![(x >>> 16) & 255]! ^ d![x >>> 24]!;
}

/** The two subkeys of each of the 16 rounds. @param key 16 bytes @see RFC 4269 §2.4 */
export function expandSeedKey(key: Uint8Array): Uint32Array {
  const view = new DataView(key.buffer, key.byteOffset, 16);
  let [a, b, c, d] = [view.getUint32(0), view.getUint32(4), view.getUint32(8), view.getUint32(12)];
  const subkeys = new Uint32Array(32);
  for (let round = 0; round < 16; round++) {
    const constant = (0x9e3779b9 << round) | (round > 0 ? 0x9e3779b9 >>> (32 - round) : 0);
    subkeys[2 * round] = g((a + c - constant) >>> 0);
    subkeys[2 * round + 1] = g((b - d + constant) >>> 0);
    if (round % 2 === 0) [a, b] = [((a >>> 8) | (b << 24)) >>> 0, ((b >>> 8) | (a << 24)) >>> 0];
    else [c, d] = [((c << 8) | (d >>> 24)) >>> 0, ((d << 8) | (c >>> 24)) >>> 0];
  }
  return subkeys;
}

/** One block of 16 bytes, in place. @see RFC 4269 §2.1, §2.2 */
export function seedDecryptBlock(subkeys: Uint32Array, data: Uint8Array, at: number): void {
  const view = new DataView(data.buffer, data.byteOffset + at, 16);
  let left: readonly [number, number] = [view.getUint32(0), view.getUint32(4)];
  let right: readonly [number, number] = [view.getUint32(8), view.getUint32(12)];
  for (let round = 15; round >= 0; round--) {
    let first = right[0] ^ subkeys[2 * round]!;
    let second = g((first ^ right[1] ^ subkeys[2 * round + 1]!) >>> 0);
    first = g((first + second) >>> 0);
    second = g((first + second) >>> 0);
    first += second;
    [left, right] = [right, [left[0] ^ first, left[1] ^ second]];
  }
  view.setUint32(0, right[0]);
  view.setUint32(4, right[1]);
  view.setUint32(8, left[0]);
  view.setUint32(12, left[1]);
}
