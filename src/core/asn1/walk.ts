import { Asn1Error } from './reader.ts';

/** Where one element of DER lies, without what is in it. */
export interface Element {
  /** the identifier octet: class, form and tag in one */
  readonly identifier: number;
  readonly start: number;
  readonly content: number;
  readonly end: number;
}

/**
 * The element that begins at `at`. For long lists, where a node for each element costs too much.
 *
 * @param limit where it must have ended
 * @throws Asn1Error `truncated`; `malformed` also for tags above 30, which no list of X.509 has
 * @see X.690 §8.1, §10.1
 */
export function elementAt(der: Uint8Array, at: number, limit: number): Element {
  const identifier = der[at];
  const first = der[at + 1];
  if (identifier === undefined || first === undefined || at + 2 > limit)
    throw new Asn1Error('truncated', at, 'the element is cut off');
  if ((identifier & 0x1f) === 0x1f || first === 0x80 || first > 0x84)
    throw new Asn1Error('malformed', at, 'an element of another form');
  const octets = first > 0x80 ? first & 0x7f : 0;
  let length = octets ? 0 : first;
  for (let i = 0; i < octets; i++) length = length * 256 + (der[at + 2 + i] ?? 0);
  if (octets > 0 && (length < 0x80 || length < 2 ** (8 * (octets - 1))))
    throw new Asn1Error('malformed', at, 'a length that is not in its shortest form');
  const content = at + 2 + octets;
  if (content + length > limit) throw new Asn1Error('truncated', at, 'the element is cut off');
  return { identifier, start: at, content, end: content + length };
}

/** All elements that follow each other in `from` to `to`. @throws Asn1Error as `elementAt` */
export function elementsIn(der: Uint8Array, from: number, to: number): Element[] {
  const elements: Element[] = [];
  for (let at = from; at < to; at = elements.at(-1)?.end ?? to) elements.push(elementAt(der, at, to));
  return elements;
}
