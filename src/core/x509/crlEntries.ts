import {
  BOOLEAN,
  INTEGER,
  OCTET_STRING,
  OID,
  ENUMERATED,
  UTC_TIME,
  GENERALIZED_TIME,
  SEQUENCE,
} from '../asn1/identifierOctets.ts';
import { Asn1Error, parseAsn1 } from '../asn1/reader.ts';
import { readTime, sequenceOf } from '../asn1/values.ts';
import { type Element, elementAt, elementsIn } from '../asn1/walk.ts';
import { readGeneralName } from './generalNames.ts';

export interface RevokedEntry {
  /** milliseconds since 1970-01-01T00:00:00Z */
  readonly at: number;
  /** CRLReason (RFC 5280 §5.3.1): 1 keyCompromise, 4 superseded, 8 removeFromCRL …; 0 where none is given */
  readonly reason: number;
}

/** The list of a CRL, which may be long: it is walked through and not taken apart. */
export interface CrlEntries {
  /** what revokedCertificates holds, entry behind entry */
  readonly list: Uint8Array;
  /** an entry is about a certificate of another CA than the CRL's */
  readonly foreign: boolean;
  /** an entry has a critical extension that this reader does not know: then the list says nothing of any (RFC 5280 §5.3) */
  readonly unclear: boolean;
}

/**
 * Walks through all entries once.
 * @param crlIssuer `Name.key`
 * @throws Asn1Error where one of them is no entry
 * @see RFC 5280 §5.1.2.6, §5.3
 */
export function readCrlEntries(list: Uint8Array, crlIssuer: string): CrlEntries {
  let foreign = false;
  let unclear = false;
  for (const entry of entriesOf(list, crlIssuer)) {
    foreign ||= entry.issuer !== crlIssuer;
    unclear ||= entry.unclear;
  }
  return { list, foreign, unclear };
}

/**
 * The entry of one certificate, the last where there are several; undefined where the list has none.
 *
 * @param crlIssuer the CRL's `Name.key`
 * @throws Asn1Error where its date is none of a calendar
 * @param wanted `issuer`: `Name.key`; `serial` as in `Certificate.serial`
 */
export function findCrlEntry(
  { list }: CrlEntries,
  crlIssuer: string,
  wanted: { readonly issuer: string; readonly serial: string },
): RevokedEntry | undefined {
  const serial = Buffer.from(wanted.serial, 'hex');
  if (!bufferOf(list).includes(serial)) return undefined;
  let found: Entry | undefined;
  for (const entry of entriesOf(list, crlIssuer)) {
    if (entry.issuer === wanted.issuer && serial.equals(list.subarray(entry.serial.content, entry.serial.end)))
      found = entry;
  }
  return found && { at: timeOf(list, found.date), reason: found.reason ? reasonOf(list, found.reason) : 0 };
}

interface Entry extends EntryExtensions {
  readonly serial: Element;
  readonly date: Element;
  /** `Name.key` */
  readonly issuer: string;
}

interface EntryExtensions {
  /** what the extension's OCTET STRING holds */
  readonly reason?: Element;
  readonly certificateIssuer?: Element;
  readonly unclear: boolean;
}

const NO_EXTENSIONS: EntryExtensions = { unclear: false };

/** An entry without certificateIssuer belongs to the CA of the one before it, the first to `crlIssuer`. @see RFC 5280 §5.3.3 */
function* entriesOf(list: Uint8Array, crlIssuer: string): Generator<Entry> {
  let issuer = crlIssuer;
  for (let at = 0; at < list.length;) {
    const node = expect(elementAt(list, at, list.length), SEQUENCE);
    const [serial, date, more, ...extra] = elementsIn(list, node.content, node.end);
    if (extra.length > 0) throw new Asn1Error('unexpected', at, 'an entry of more parts');
    if (!date || !isTime(list, date)) throw new Asn1Error('unexpected', at, 'an entry without a revocation date');
    const extensions = more ? readExtensions(list, expect(more, SEQUENCE)) : NO_EXTENSIONS;
    if (extensions.certificateIssuer) issuer = nameOf(list, extensions.certificateIssuer);
    yield { ...extensions, serial: expect(serial, INTEGER), date, issuer };
    at = node.end;
  }
}

function expect(element: Element | undefined, identifier: number): Element {
  if (element?.identifier === identifier) return element;
  throw new Asn1Error('unexpected', element?.start ?? 0, 'a part of an entry is of another type');
}

/** With seconds and without fractions (RFC 5280 §4.1.2.5): `MMDDhhmmssZ` behind the year. Which moment it is matters for one alone. */
function isTime(list: Uint8Array, { identifier, content, end }: Element): boolean {
  const length = identifier === UTC_TIME ? 13 : identifier === GENERALIZED_TIME ? 15 : undefined;
  if (end - content !== length || list[end - 1] !== Z) return false;
  for (let at = content; at < end - 1; at++) {
    const byte = list[at] ?? 0;
    if (byte < DIGIT_0 || byte > DIGIT_9) return false;
  }
  const two = (at: number): number => ((list[at] ?? 0) - DIGIT_0) * 10 + (list[at + 1] ?? 0) - DIGIT_0;
  const [month, day] = [two(end - 11), two(end - 9)];
  const inDay = two(end - 7) < 24 && two(end - 5) < 60 && two(end - 3) < 60;
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && inDay;
}

const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;
const Z = 0x5a;

/** id-ce, 2.5.29: the arc of all extensions that an entry may have */
const ID_CE = 0x551d;
const CRL_REASON = 21;
const INVALIDITY_DATE = 24;
const CERTIFICATE_ISSUER = 29;

function readExtensions(list: Uint8Array, extensions: Element): EntryExtensions {
  let reason: Element | undefined;
  let certificateIssuer: Element | undefined;
  let unclear = false;
  for (const extension of elementsIn(list, extensions.content, extensions.end)) {
    const fields = elementsIn(list, expect(extension, SEQUENCE).content, extension.end);
    const type = idCeArc(list, expect(fields[0], OID));
    const flag = fields[1]?.identifier === BOOLEAN ? fields[1] : undefined;
    const value = expect(fields[flag ? 2 : 1], OCTET_STRING);
    if (fields.length > (flag ? 3 : 2) || (flag && flag.end - flag.content !== 1))
      throw new Asn1Error('malformed', extension.start, 'an extension of another form');
    if (type === CRL_REASON) reasonOf(list, value);
    if (type === CRL_REASON) reason ??= value;
    else if (type === CERTIFICATE_ISSUER) certificateIssuer ??= value;
    else if (type !== INVALIDITY_DATE && flag && list[flag.content] !== 0) unclear = true;
  }
  return { ...(reason && { reason }), ...(certificateIssuer && { certificateIssuer }), unclear };
}

function idCeArc(list: Uint8Array, { content, end }: Element): number | undefined {
  const inIdCe = end - content === 3 && (((list[content] ?? 0) << 8) | (list[content + 1] ?? 0)) === ID_CE;
  return inIdCe ? list[content + 2] : undefined;
}

function nameOf(list: Uint8Array, { content, end }: Element): string {
  const names = sequenceOf(parseAsn1(list.subarray(content, end), { encoding: 'der' }), 'certificateIssuer');
  return names.map((node) => readGeneralName(node)).find(({ key }) => key !== undefined)?.key ?? '';
}

/** An ENUMERATED of one octet. */
function reasonOf(list: Uint8Array, { content, end }: Element): number {
  if (end - content !== 3 || list[content] !== ENUMERATED || list[content + 1] !== 1)
    throw new Asn1Error('malformed', content, 'a reason of another form');
  return list[content + 2] ?? 0;
}

function timeOf(list: Uint8Array, { start, end }: Element): number {
  return readTime(parseAsn1(list.subarray(start, end), { encoding: 'der' }), 'a revocation date');
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
