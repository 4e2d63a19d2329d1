import { Asn1Error, type Asn1Node, Tag, TagClass } from './reader.ts';
import { utcMillis } from '../time.ts';

/** The content octets (a view, not a copy). */
export function contentOf(node: Asn1Node): Uint8Array {
  return node.source.subarray(node.contentStart, node.contentEnd);
}

/** The whole element with identifier and length (a view, not a copy). */
export function encodingOf(node: Asn1Node): Uint8Array {
  return node.source.subarray(node.start, node.end);
}

export function isUniversal(node: Asn1Node | undefined, tag: number): boolean {
  return node !== undefined && node.tagClass === TagClass.universal && node.tag === tag;
}

export function isContext(node: Asn1Node | undefined, tag: number): boolean {
  return node !== undefined && node.tagClass === TagClass.context && node.tag === tag;
}

/** @throws Asn1Error `unexpected` where `node` is missing or of another universal type; `what` names it for the message */
export function expectUniversal(node: Asn1Node | undefined, tag: number, what: string, parent?: Asn1Node): Asn1Node {
  if (!node) throw new Asn1Error('unexpected', parent?.contentEnd ?? 0, `${what} is missing`);
  if (!isUniversal(node, tag)) throw new Asn1Error('unexpected', node.start, `${what} is of another type`);
  return node;
}

/** The children of a SEQUENCE. @throws Asn1Error `unexpected` */
export function sequenceOf(node: Asn1Node | undefined, what: string, parent?: Asn1Node): readonly Asn1Node[] {
  const sequence = expectUniversal(node, Tag.sequence, what, parent);
  if (!sequence.constructed) throw new Asn1Error('malformed', sequence.start, `${what} is a primitive SEQUENCE`);
  return sequence.children;
}

/**
 * An OBJECT IDENTIFIER in dotted form. Arcs of any size are exact.
 * @throws Asn1Error `unexpected`, `malformed`
 * @see X.690 §8.19
 */
export function readOid(node: Asn1Node | undefined, what: string, parent?: Asn1Node): string {
  const oid = expectUniversal(node, Tag.oid, what, parent);
  return oidFromContent(contentOf(oid), oid.contentStart);
}

/** Dotted form of the content octets of an OBJECT IDENTIFIER, universal or implicitly tagged. */
export function oidFromContent(content: Uint8Array, offset = 0): string {
  const last = content.at(-1);
  if (last === undefined || last & 0x80)
    throw new Asn1Error('malformed', offset, 'an object identifier that does not end');
  if (content.length > 128) throw new Asn1Error('limit', offset, 'an object identifier of more than 128 bytes');
  const arcs: string[] = [];
  // an arc beyond LARGE_ARC, which hardly any has, goes on as a bigint
  let value: number | bigint = 0;
  let fresh = true;
  for (const byte of content) {
    if (fresh && byte === 0x80) throw new Asn1Error('malformed', offset, 'an object identifier with leading zeros');
    if (typeof value === 'number' && value > LARGE_ARC) value = BigInt(value);
    value = typeof value === 'number' ? value * 128 + (byte & 0x7f) : (value << 7n) | BigInt(byte & 0x7f);
    fresh = (byte & 0x80) === 0;
    if (!fresh) continue;
    if (arcs.length === 0) {
      const root = value < 40 ? 0 : value < 80 ? 1 : 2;
      arcs.push(String(root), String(typeof value === 'number' ? value - root * 40 : value - BigInt(root * 40)));
    } else {
      arcs.push(String(value));
    }
    value = 0;
  }
  return arcs.join('.');
}

const LARGE_ARC = 2 ** 42;

/** An INTEGER that fits a safe JavaScript number. @throws Asn1Error `unexpected`, `malformed`, `limit` */
export function readSmallInteger(node: Asn1Node | undefined, what: string, parent?: Asn1Node): number {
  const integer = expectUniversal(node, Tag.integer, what, parent);
  const content = contentOf(integer);
  if (content.length === 0) throw new Asn1Error('malformed', integer.start, `${what} is an INTEGER without content`);
  if (content.length > 6)
    throw new Asn1Error('limit', integer.start, `${what} is an INTEGER of ${content.length} bytes`);
  let value = (content[0] ?? 0) & 0x80 ? -1 : 0;
  for (const byte of content) value = value * 256 + byte;
  return value;
}

/** TRUE or FALSE; DER's TRUE is 0xFF, BER's any byte but zero. @throws Asn1Error `unexpected`, `malformed` */
export function readBoolean(node: Asn1Node | undefined, what: string, encoding: 'der' | 'ber' = 'der'): boolean {
  const boolean = expectUniversal(node, Tag.boolean, what);
  const content = contentOf(boolean);
  const value = content[0];
  if (content.length !== 1 || value === undefined || (encoding === 'der' && value !== 0 && value !== 0xff)) {
    throw new Asn1Error('malformed', boolean.start, `${what} is a BOOLEAN of another form`);
  }
  return value !== 0;
}

/**
 * The octets of an OCTET STRING, universal or implicitly tagged; the segments of a constructed one are joined (BER).
 * @throws Asn1Error `unexpected`
 * @see X.690 §8.7
 */
export function readOctets(node: Asn1Node): Uint8Array {
  if (!node.constructed) return contentOf(node);
  const segments: Uint8Array[] = [];
  const pending: Asn1Node[] = [...node.children].reverse();
  for (let segment = pending.pop(); segment; segment = pending.pop()) {
    expectUniversal(segment, Tag.octetString, 'a segment of an OCTET STRING');
    if (segment.constructed) pending.push(...[...segment.children].reverse());
    else segments.push(contentOf(segment));
  }
  return concatBytes(segments);
}

/** The same in memory of its own, for what outlives the bytes that were parsed. @throws Asn1Error `unexpected` */
export function copyOctets(node: Asn1Node): Uint8Array {
  return new Uint8Array(readOctets(node));
}

/** The octets of a BIT STRING and how many bits of the last one do not count. @throws Asn1Error */
export function readBitString(
  node: Asn1Node | undefined,
  what: string,
  parent?: Asn1Node,
): { bytes: Uint8Array; unusedBits: number } {
  const bits = expectUniversal(node, Tag.bitString, what, parent);
  return bitStringFromContent(contentOf(bits), what, bits.start);
}

export function bitStringFromContent(
  content: Uint8Array,
  what: string,
  offset = 0,
): { bytes: Uint8Array; unusedBits: number } {
  const unusedBits = content[0];
  if (unusedBits === undefined || unusedBits > 7 || (unusedBits > 0 && content.length === 1)) {
    throw new Asn1Error('malformed', offset, `${what} is a BIT STRING of another form`);
  }
  return { bytes: content.subarray(1), unusedBits };
}

/**
 * Milliseconds since 1970-01-01T00:00:00Z of a UTCTime or GeneralizedTime in the only forms that certificates may have:
 * with seconds, in UTC (`Z`), without fractions.
 * @throws Asn1Error `unexpected`, `malformed`
 * @see RFC 5280 §4.1.2.5
 */
export function readTime(node: Asn1Node | undefined, what: string, parent?: Asn1Node): number {
  const offset = node?.start ?? parent?.contentEnd ?? 0;
  const utc = isUniversal(node, Tag.utcTime);
  if (!node || (!utc && !isUniversal(node, Tag.generalizedTime)))
    throw new Asn1Error('unexpected', offset, `${what} is not a time`);
  const text = latin1(contentOf(node));
  const match = (utc ? /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/ : /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/).exec(
    text,
  );
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = (match ?? []).slice(1).map(Number);
  const millis = match
    ? utcMillis(utc ? year + (year < 50 ? 2000 : 1900) : year, month, day, hour, minute, second)
    : undefined;
  if (millis === undefined) throw new Asn1Error('malformed', offset, `${what} is not a time in the form of RFC 5280`);
  return millis;
}

/** Text of any of the character string types; undefined where the octets do not fit the type. */
export function readText(node: Asn1Node): string | undefined {
  if (node.tagClass !== TagClass.universal) return undefined;
  const content = node.constructed ? readOctetsLoosely(node) : contentOf(node);
  switch (node.tag) {
    case Tag.utf8String:
      return utf8(content);
    case Tag.bmpString:
      return content.length % 2 ? undefined : utf16be(content);
    case Tag.universalString:
      return content.length % 4 ? undefined : utf32be(content);
    case Tag.printableString:
    case Tag.ia5String:
    case Tag.numericString:
    case Tag.visibleString:
      return content.every((byte) => byte < 0x80) ? latin1(content) : undefined;
    case Tag.teletexString:
      return latin1(content);
    default:
      return undefined;
  }
}

function readOctetsLoosely(node: Asn1Node): Uint8Array {
  return concatBytes(node.children.filter((child) => !child.constructed).map(contentOf));
}

export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

export function latin1(bytes: Uint8Array): string {
  return bufferOf(bytes).toString('latin1');
}

/** The same memory as a Buffer, whose text conversions take a long value in one go. */
function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined; // octets that are not UTF-8: told to the caller as "no text"
  }
}

function utf16be(bytes: Uint8Array): string {
  return Buffer.from(bytes).swap16().toString('utf16le');
}

function utf32be(bytes: Uint8Array): string | undefined {
  if (bytes.length > 1 << 18) return undefined; // no name is this long, and each character costs many times its size
  const points: string[] = [];
  for (let i = 0; i + 3 < bytes.length; i += 4) {
    const point =
      (bytes[i] ?? 0) * 2 ** 24 + (((bytes[i + 1] ?? 0) << 16) | ((bytes[i + 2] ?? 0) << 8) | (bytes[i + 3] ?? 0));
    if (point > 0x10ffff) return undefined;
    points.push(String.fromCodePoint(point));
  }
  return points.join('');
}

export function bytesToHex(bytes: Uint8Array): string {
  return bufferOf(bytes).toString('hex');
}

export function bytesEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
