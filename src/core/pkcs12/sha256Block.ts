const initial256 = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];
const initial224 = [0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4];

const constants = Int32Array.from(
  (
    '428a2f98 71374491 b5c0fbcf e9b5dba5 3956c25b 59f111f1 923f82a4 ab1c5ed5 d807aa98 12835b01 243185be 550c7dc3 72be5d74 ' +
    '80deb1fe 9bdc06a7 c19bf174 e49b69c1 efbe4786 0fc19dc6 240ca1cc 2de92c6f 4a7484aa 5cb0a9dc 76f988da 983e5152 a831c66d ' +
    'b00327c8 bf597fc7 c6e00bf3 d5a79147 06ca6351 14292967 27b70a85 2e1b2138 4d2c6dfc 53380d13 650a7354 766a0abb 81c2c92e ' +
    '92722c85 a2bfe8a1 a81a664b c24b8b70 c76c51a3 d192e819 d6990624 f40e3585 106aa070 19a4c116 1e376c08 2748774c 34b0bcb5 ' +
    '391c0cb3 4ed8aa4a 5b9cca4f 682e6ff3 748f82ee 78a5636f 84c87814 8cc70208 90befffa a4506ceb bef9a3f7 c67178f2'
  ).split(' '),
  (word) => Number.parseInt(word, 16),
);

const words = new Int32Array(64);
const state = new Int32Array(8);
const initial = new Int32Array(8);

/**
 * SHA-256 of a SHA-256 digest (or SHA-224 of one of SHA-224: the length tells), `rounds` times over (FIPS 180-4 §6.2).
 * The message is always 32 or 28 bytes: one block.
 */
export function iterateSha256(digest: Uint8Array, rounds: number): Uint8Array {
  const size = digest.length / 4;
  const view = new DataView(digest.buffer, digest.byteOffset, digest.length);
  initial.set(size === 7 ? initial224 : initial256);
  for (let i = 0; i < size; i++) state[i] = view.getInt32(4 * i);
  const w = words;
  const h = state;
  const k = constants;
  for (let round = 0; round < rounds; round++) {
    for (let t = 0; t < size; t++) w[t] = h[t]!;
    w[size] = 0x80000000 | 0;
    for (let t = size + 1; t < 15; t++) w[t] = 0;
    w[15] = size * 32;
    compress(w, k, h);
  }
  w.fill(0);
  const result = new Uint8Array(digest.length);
  const out = new DataView(result.buffer);
  for (let i = 0; i < size; i++) out.setInt32(4 * i, h[i]!);
  h.fill(0);
  return result;
}

function compress(w: Int32Array, k: Int32Array, h: Int32Array): void {
  let a = initial[0]!;
  let b = initial[1]!;
  let c = initial[2]!;
  let d = initial[3]!;
  let e = initial[4]!;
  let f = initial[5]!;
  let g = initial[6]!;
  let last = initial[7]!;
  for (let t = 16; t < 64; t++) {
    const x = w[t - 15]!;
    const y = w[t - 2]!;
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[t] = (s1 + w[t - 7]! + s0 + w[t - 16]!) | 0;
  }
  for (let t = 0; t < 64; t++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (last + s1 + (g ^ (e & (f ^ g))) + k[t]! + w[t]!) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) | (c & (a | b)))) | 0;
    last = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  h[0] = (initial[0]! + a) | 0;
  h[1] = (initial[1]! + b) | 0;
  h[2] = (initial[2]! + c) | 0;
  h[3] = (initial[3]! + d) | 0;
  h[4] = (initial[4]! + e) | 0;
  h[5] = (initial[5]! + f) | 0;
  h[6] = (initial[6]! + g) | 0;
  h[7] = (initial[7]! + last) | 0;
}
