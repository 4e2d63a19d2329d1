/** PITABLE of RFC 2268 §2: a permutation of 0…255 taken from the digits of π. */
const pi = Uint8Array.from(
  (
    'd978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2179a59f587b34f1361456d8d09817d32bd8f40eb86b77b0bf09521225c6b4e82' +
    '54d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb6266fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed7' +
    '08e8eade8052eef784aa72ac354d6a2a961ad2715a1549744b9fd05e0418a4ecc2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731' +
    '2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a90d38341bab33ffb0bb480c5fb9b1cd2ec5f3db47e5a59c770aa62068fe7fc1ad'
  ).match(/../g) ?? [],
  (byte) => Number.parseInt(byte, 16),
);

const shifts = [1, 2, 3, 5] as const;

/** The 64 words that a key of 1 to 128 bytes expands to (RFC 2268 §2). */
export function expandRc2Key(key: Uint8Array, effectiveBits: number): Uint16Array {
  const l = new Uint8Array(128);
  l.set(key);
  for (let i = key.length; i < 128; i++) l[i] = pi[((l[i - 1] ?? 0) + (l[i - key.length] ?? 0)) & 0xff] ?? 0;
  const t8 = (effectiveBits + 7) >> 3;
  const mask = 0xff >> (8 * t8 - effectiveBits);
  l[128 - t8] = pi[(l[128 - t8] ?? 0) & mask] ?? 0;
  for (let i = 127 - t8; i >= 0; i--) l[i] = pi[(l[i + 1] ?? 0) ^ (l[i + t8] ?? 0)] ?? 0;
  const words = new Uint16Array(64);
  for (let i = 0; i < 64; i++) words[i] = (l[2 * i] ?? 0) | ((l[2 * i + 1] ?? 0) << 8);
  l.fill(0);
  return words;
}

type Block = [number, number, number, number];

function mix(r: Block, k: Uint16Array, from: number): void {
  for (let i = 0; i < 4; i++) {
    const sum = r[i]! + k[from + i]! + (r[(i + 3) & 3]! & r[(i + 2) & 3]!) + (~r[(i + 3) & 3]! & r[(i + 1) & 3]!);
    const word = sum & 0xffff;
    r[i] = ((word << shifts[i]!) | (word >> (16 - shifts[i]!))) & 0xffff;
  }
}

function unmix(r: Block, k: Uint16Array, from: number): void {
  for (let i = 3; i >= 0; i--) {
    const word = ((r[i]! >> shifts[i]!) | (r[i]! << (16 - shifts[i]!))) & 0xffff;
    r[i] = (word - k[from + i]! - (r[(i + 3) & 3]! & r[(i + 2) & 3]!) - (~r[(i + 3) & 3]! & r[(i + 1) & 3]!)) & 0xffff;
  }
}

/** One block of eight bytes, in place (RFC 2268 §3). */
export function rc2EncryptBlock(k: Uint16Array, data: Uint8Array, at: number): void {
  const r = load(data, at);
  for (let round = 0; round < 16; round++) {
    mix(r, k, 4 * round);
    if (round === 4 || round === 10) for (let i = 0; i < 4; i++) r[i] = (r[i]! + k[r[(i + 3) & 3]! & 63]!) & 0xffff;
  }
  store(data, at, r);
}

/** One block of eight bytes, in place (RFC 2268 §4). */
export function rc2DecryptBlock(k: Uint16Array, data: Uint8Array, at: number): void {
  const r = load(data, at);
  for (let round = 15; round >= 0; round--) {
    unmix(r, k, 4 * round);
    if (round === 5 || round === 11) for (let i = 3; i >= 0; i--) r[i] = (r[i]! - k[r[(i + 3) & 3]! & 63]!) & 0xffff;
  }
  store(data, at, r);
}

function load(data: Uint8Array, at: number): Block {
  const word = (i: number): number => data[at + 2 * i]! | (data[at + 2 * i + 1]! << 8);
  return [word(0), word(1), word(2), word(3)];
}

function store(data: Uint8Array, at: number, r: Block): void {
  for (const [i, word] of r.entries()) {
    data[at + 2 * i] = word & 0xff;
    data[at + 2 * i + 1] = word >> 8;
  }
}
