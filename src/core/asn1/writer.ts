import { concatBytes } from './values.ts';
import { Tag } from './reader.ts';

/** One DER element. `tag` is the identifier octet (tag numbers up to 30). @see X.690 §8.1, §10.1 */
export function element(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const length = contents.reduce((sum, part) => sum + part.length, 0);
  const header = [tag];
  if (length < 0x80) {
    header.push(length);
  } else {
    const octets: number[] = [];
    for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
    header.push(0x80 | octets.length, ...octets);
  }
  return concatBytes([Uint8Array.from(header), ...contents]);
}

const CONSTRUCTED = 0x20;

export function sequence(...children: readonly Uint8Array[]): Uint8Array {
  return element(Tag.sequence | CONSTRUCTED, ...children);
}

/** SET OF in the order of DER. @see X.690 §11.6 */
export function setOf(...children: readonly Uint8Array[]): Uint8Array {
  return element(Tag.set | CONSTRUCTED, ...[...children].sort((a, b) => Buffer.compare(a, b)));
}

export function octetString(bytes: Uint8Array): Uint8Array {
  return element(Tag.octetString, bytes);
}

/** A BIT STRING of whole octets. */
export function bitString(bytes: Uint8Array): Uint8Array {
  return element(Tag.bitString, Uint8Array.of(0), bytes);
}

export function nullValue(): Uint8Array {
  return element(Tag.null);
}

/** An INTEGER of 0 or more. */
export function integer(value: number): Uint8Array {
  const octets: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return integerBytes(Uint8Array.from(octets));
}

/** An INTEGER of 0 or more from its big-endian bytes, brought to the shortest form. */
export function integerBytes(bytes: Uint8Array): Uint8Array {
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start++;
  const shortest = bytes.subarray(start);
  const first = shortest[0] ?? 0x80;
  return first & 0x80 ? element(Tag.integer, Uint8Array.of(0), shortest) : element(Tag.integer, shortest);
}

/** An OBJECT IDENTIFIER from its dotted form. @see X.690 §8.19 */
export function oid(dotted: string): Uint8Array {
  const [first = 0n, second = 0n, ...rest] = dotted.split('.').map(BigInt);
  const octets: number[] = [];
  for (const arc of [first * 40n + second, ...rest]) {
    const groups = [Number(arc & 0x7fn)];
    for (let high = arc >> 7n; high > 0n; high >>= 7n) groups.unshift(Number(high & 0x7fn) | 0x80);
    octets.push(...groups);
  }
  return element(Tag.oid, Uint8Array.from(octets));
}

/** A BMPString. Characters beyond the BMP are written as surrogate pairs, as all tools do. */
export function bmpString(text: string): Uint8Array {
  const bytes = new Uint8Array(2 * text.length);
  for (let i = 0; i < text.length; i++) {
    bytes[2 * i] = text.charCodeAt(i) >> 8;
    bytes[2 * i + 1] = text.charCodeAt(i) & 0xff;
  }
  return element(Tag.bmpString, bytes);
}

/** `[number]`, EXPLICIT or of a constructed type. */
export function contextConstructed(number: number, ...children: readonly Uint8Array[]): Uint8Array {
  return element(0x80 | CONSTRUCTED | number, ...children);
}

/** `[number] IMPLICIT` of a primitive type. */
export function contextPrimitive(number: number, content: Uint8Array): Uint8Array {
  return element(0x80 | number, content);
}
