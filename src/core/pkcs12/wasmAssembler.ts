/**
 * As much of a WebAssembly assembler as a hash function needs: one function `run(rounds: i32)`, one page of memory, integer
 * arithmetic on locals. @see WebAssembly Core Specification 1.0 §5
 */
export type Code = readonly number[];

/** Opcodes of one word size, and how its constants are written. */
export interface WordCodes {
  readonly bits: 32 | 64;
  readonly type: number;
  readonly add: Code;
  readonly and: Code;
  readonly xor: Code;
  readonly rotateLeft: Code;
  readonly rotateRight: Code;
  readonly shiftRight: Code;
  readonly constant: (value: bigint) => Code;
  /** of the word at a fixed address (bytes) */
  readonly load: (address: number) => Code;
  readonly store: (address: number, value: Code) => Code;
}

export const word32: WordCodes = {
  bits: 32,
  type: 0x7f,
  add: [0x6a],
  and: [0x71],
  xor: [0x73],
  rotateLeft: [0x77],
  rotateRight: [0x78],
  shiftRight: [0x76],
  constant: (value) => [0x41, ...signed(BigInt.asIntN(32, value))],
  load: (address) => [0x41, ...signed(BigInt(address)), 0x28, 2, 0],
  store: (address, value) => [0x41, ...signed(BigInt(address)), ...value, 0x36, 2, 0],
};

export const word64: WordCodes = {
  bits: 64,
  type: 0x7e,
  add: [0x7c],
  and: [0x83],
  xor: [0x85],
  rotateLeft: [0x89],
  rotateRight: [0x8a],
  shiftRight: [0x88],
  constant: (value) => [0x42, ...signed(BigInt.asIntN(64, value))],
  load: (address) => [0x41, ...signed(BigInt(address)), 0x29, 3, 0],
  store: (address, value) => [0x41, ...signed(BigInt(address)), ...value, 0x37, 3, 0],
};

export function get(local: number): Code {
  return [0x20, ...unsigned(local)];
}

export function set(local: number, value: Code): Code {
  return [...value, 0x21, ...unsigned(local)];
}

/** `\0asm`, version 1 */
const HEADER: Code = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

/** Local 0: the parameter of `run`, counted down to 0. */
const ROUNDS = 0;

/**
 * A module that exports `memory` and `run(rounds)`, which does `before`, then `round` as often as `rounds` (1 or more) says,
 * then `after`. Locals from 1 on are `locals` words of the given size.
 */
export function assemble(word: WordCodes, locals: number, before: Code, round: Code, after: Code): Uint8Array {
  const countDown = [...get(ROUNDS), 0x41, 0x7f, 0x6a, 0x22, ROUNDS];
  const loop = [0x03, 0x40, ...round, ...countDown, 0x0d, 0, 0x0b];
  const body = [1, ...unsigned(locals), word.type, ...before, ...loop, ...after, 0x0b];
  return Uint8Array.from([
    ...HEADER,
    ...section(1, [1, 0x60, 1, 0x7f, 0]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, 1]),
    ...section(7, [2, ...name('memory'), 2, 0, ...name('run'), 0, 0]),
    ...section(10, [1, ...unsigned(body.length), ...body]),
  ]);
}

function section(id: number, content: Code): Code {
  return [id, ...unsigned(content.length), ...content];
}

function name(text: string): Code {
  return [text.length, ...Buffer.from(text, 'latin1')];
}

/** LEB128 */
function unsigned(value: number): Code {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 0x80) return [...bytes, rest];
    bytes.push((rest & 0x7f) | 0x80);
  }
}

function signed(value: bigint): Code {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>= 7n) {
    if (rest >= -64n && rest < 64n) return [...bytes, Number(rest & 0x7fn)];
    bytes.push(Number(rest & 0x7fn) | 0x80);
  }
}
