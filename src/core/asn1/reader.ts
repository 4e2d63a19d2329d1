/** Where and why a buffer is not the ASN.1 that was asked for. `offset` is a byte position in that buffer. */
export class Asn1Error extends Error {
  override readonly name = 'Asn1Error';
  readonly code: Asn1ErrorCode;
  readonly offset: number;
  /** for `limit`: which of the limits of `Asn1Options`, where it was one of them */
  readonly limit: 'depth' | 'nodes' | undefined;

  constructor(code: Asn1ErrorCode, offset: number, message: string, limit?: 'depth' | 'nodes') {
    super(`${message} (at byte ${offset})`);
    this.code = code;
    this.offset = offset;
    this.limit = limit;
  }
}

export type Asn1ErrorCode =
  /** the data ends before the element does */
  | 'truncated'
  /** an encoding that BER (or, where DER was asked for, DER) does not allow */
  | 'malformed'
  /** deeper, or more elements, than the limits allow */
  | 'limit'
  /** well-formed, but not the type that the structure has here */
  | 'unexpected'
  /** bytes behind the outermost element */
  | 'trailing';

export const TagClass = { universal: 0, application: 1, context: 2, private: 3 } as const;

export const Tag = {
  boolean: 1,
  integer: 2,
  bitString: 3,
  octetString: 4,
  null: 5,
  oid: 6,
  enumerated: 10,
  utf8String: 12,
  sequence: 16,
  set: 17,
  numericString: 18,
  printableString: 19,
  teletexString: 20,
  ia5String: 22,
  utcTime: 23,
  generalizedTime: 24,
  visibleString: 26,
  universalString: 28,
  bmpString: 30,
} as const;

/** One element of BER or DER. Offsets count from the start of `source`, which all elements of one parse share. */
export interface Asn1Node {
  readonly source: Uint8Array;
  /** 0 universal, 1 application, 2 context-specific, 3 private (X.690 §8.1.2.2) */
  readonly tagClass: number;
  readonly tag: number;
  readonly constructed: boolean;
  /** the identifier octet */
  readonly start: number;
  readonly contentStart: number;
  /** just behind the content; before the end-of-contents octets of an indefinite length */
  readonly contentEnd: number;
  /** just behind the element, end-of-contents octets included */
  readonly end: number;
  /** empty where the element is primitive */
  readonly children: readonly Asn1Node[];
}

export interface Asn1Options {
  /** `der` refuses indefinite and non-minimal lengths (X.690 §10.1); `ber` takes both */
  readonly encoding: 'der' | 'ber';
  /** take bytes behind the outermost element; the caller compares `end` with the length */
  readonly allowTrailing?: boolean;
  /** @default 48 */
  readonly maxDepth?: number;
  /** @default 20000 */
  readonly maxNodes?: number;
}

type MutableNode = { -readonly [K in keyof Asn1Node]: Asn1Node[K] } & { children: Asn1Node[] };

interface Open {
  readonly node: MutableNode;
  /** where the content must end; for an indefinite length, where that of the nearest definite ancestor does */
  readonly limit: number;
  readonly indefinite: boolean;
}

const NONE: Asn1Node[] = [];

/**
 * Reads one element and all that is in it, without recursion and within limits.
 *
 * @throws Asn1Error `truncated`, `malformed`, `limit` or `trailing`
 * @see ITU-T X.690 (02/2021) §8.1 to §8.3, §10.1
 */
export function parseAsn1(source: Uint8Array, options: Asn1Options): Asn1Node {
  const maxDepth = options.maxDepth ?? 48;
  const maxNodes = options.maxNodes ?? 20_000;
  const der = options.encoding === 'der';
  const open: Open[] = [];
  let nodes = 0;
  let position = 0;
  let limit = source.length;
  let root: Asn1Node | undefined;

  do {
    const top = open.at(-1);
    if (top?.indefinite && source[position] === 0 && position < limit) {
      if (position + 2 > limit) throw new Asn1Error('truncated', position, 'the end-of-contents octets are cut off');
      if (source[position + 1] !== 0)
        throw new Asn1Error('malformed', position, 'end-of-contents octets with a length');
      top.node.contentEnd = position;
      position += 2;
      top.node.end = position;
      open.pop();
    } else if (top && !top.indefinite && position === limit) {
      open.pop();
    } else {
      if (++nodes > maxNodes) throw new Asn1Error('limit', position, `more than ${maxNodes} elements`, 'nodes');
      const node = readShort(source, position, limit) ?? readLong(source, position, limit, der);
      if (top) top.node.children.push(node);
      else root = node;
      if (node.constructed) {
        if (open.length >= maxDepth) throw new Asn1Error('limit', position, `nested deeper than ${maxDepth}`, 'depth');
        const indefinite = node.end === OPEN_END;
        open.push({ node, limit: indefinite ? limit : node.contentEnd, indefinite });
        position = node.contentStart;
      } else {
        position = node.contentEnd;
      }
    }
    limit = open.at(-1)?.limit ?? source.length;
  } while (open.length > 0);

  if (!root) throw new Asn1Error('truncated', 0, 'no data');
  if (!options.allowTrailing && root.end !== source.length) {
    throw new Asn1Error('trailing', root.end, `${source.length - root.end} bytes behind the end`);
  }
  return root;
}

/** `end` of an element of indefinite length, until its end-of-contents octets are reached */
const OPEN_END = -1;

/** Almost all elements have one octet of tag and one of length; undefined for the others. */
function readShort(source: Uint8Array, start: number, limit: number): MutableNode | undefined {
  const contentStart = start + 2;
  if (contentStart > limit) return undefined;
  const identifier = source[start] ?? 0;
  const length = source[start + 1] ?? 0;
  const tag = identifier & 0x1f;
  if (identifier === 0 || identifier === 0x20 || tag === 0x1f || length >= 0x80 || contentStart + length > limit)
    return undefined;
  const end = contentStart + length;
  const constructed = (identifier & 0x20) !== 0;
  const children = constructed ? [] : NONE;
  return { source, tagClass: identifier >> 6, tag, constructed, start, contentStart, contentEnd: end, end, children };
}

function readLong(source: Uint8Array, start: number, limit: number, der: boolean): MutableNode {
  let at = start;
  const next = (): number => {
    const byte = at < limit ? source[at] : undefined;
    if (byte === undefined) throw new Asn1Error('truncated', at, 'the element is cut off');
    at++;
    return byte;
  };

  const identifier = next();
  const tagClass = identifier >> 6;
  const constructed = (identifier & 0x20) !== 0;
  let tag = identifier & 0x1f;
  if (tag === 0x1f) {
    tag = 0;
    let byte: number;
    do {
      byte = next();
      if (tag === 0 && byte === 0x80) throw new Asn1Error('malformed', at - 1, 'a tag number with leading zeros');
      if (tag > 0x3ffff) throw new Asn1Error('limit', start, 'a tag number above 2^25');
      tag = (tag << 7) | (byte & 0x7f);
    } while (byte & 0x80);
    if (tag < 0x1f) throw new Asn1Error('malformed', start, 'a small tag number in the long form');
  }
  if (tagClass === TagClass.universal && tag === 0)
    throw new Asn1Error('malformed', start, 'end-of-contents octets where an element belongs');

  const first = next();
  if (first === 0x80) {
    if (der) throw new Asn1Error('malformed', at - 1, 'an indefinite length in DER');
    if (!constructed) throw new Asn1Error('malformed', at - 1, 'an indefinite length on a primitive element');
    return { source, tagClass, tag, constructed, start, contentStart: at, contentEnd: at, end: OPEN_END, children: [] };
  }
  let length = first;
  if (first > 0x80) {
    const octets = first & 0x7f;
    // BER may have zeros in front
    if (octets > (der ? 4 : 8))
      throw new Asn1Error(first === 0xff ? 'malformed' : 'limit', at - 1, `a length of ${octets} bytes`);
    length = 0;
    for (let i = 0; i < octets; i++) length = length * 256 + next();
    if (length >= 2 ** 32) throw new Asn1Error('limit', start, `a length of ${octets} bytes`);
    if (der && (length < 0x80 || length < 2 ** (8 * (octets - 1)))) {
      throw new Asn1Error('malformed', start, 'a length that is not in its shortest form');
    }
  }
  const contentEnd = at + length;
  if (contentEnd > limit) {
    throw new Asn1Error('truncated', start, `an element of ${length} bytes where ${limit - at} are left`);
  }
  const children = constructed ? [] : NONE;
  return { source, tagClass, tag, constructed, start, contentStart: at, contentEnd, end: contentEnd, children };
}
