import { type Asn1Node, Asn1Error, parseAsn1, Tag } from '../asn1/reader.ts';
import { bytesToHex, encodingOf, expectUniversal, readOid, readText, sequenceOf } from '../asn1/values.ts';
import type { Name } from './certificate.ts';
import { attributeTypeName } from './oids.ts';

/** Ends each attribute and each RDN of a comparison key; control characters never come from a normalised value. */
const END_OF_ATTRIBUTE = '\u0001';
const END_OF_RDN = '\u0002';

/**
 * A Name (RDNSequence). Its `key` is the concatenation of one part per RDN, so that a name lies in a subtree exactly where
 * its key starts with that of the subtree's base.
 *
 * @throws Asn1Error `unexpected`, `malformed`
 * @see RFC 5280 §4.1.2.4, §7.1
 */
export function readName(node: Asn1Node | undefined, what: string, parent?: Asn1Node): Name {
  const attributes: { type: string; oid: string; value: string }[] = [];
  let key = '';
  const rdns = sequenceOf(node, what, parent);
  for (const rdn of rdns) {
    expectUniversal(rdn, Tag.set, `a part of ${what}`);
    if (rdn.children.length === 0) throw new Asn1Error('malformed', rdn.start, `an empty part in ${what}`);
    const parts: string[] = [];
    for (const pair of rdn.children) {
      const [type, valueNode, ...more] = sequenceOf(pair, `an attribute of ${what}`);
      const oid = readOid(type, `an attribute's type in ${what}`, pair);
      if (!valueNode || more.length > 0)
        throw new Asn1Error('malformed', pair.start, `an attribute of ${what} is not a type and a value`);
      const text = readText(valueNode);
      const value = text ?? `#${bytesToHex(encodingOf(valueNode))}`;
      attributes.push({ type: attributeTypeName(oid), oid, value });
      parts.push(`${oid}=${text === undefined ? value : normaliseValue(text)}${END_OF_ATTRIBUTE}`);
    }
    parts.sort();
    key += parts.join('') + END_OF_RDN;
  }
  return { der: node ? encodingOf(node) : new Uint8Array(0), attributes, key };
}

/** A Name from its own DER. @throws Asn1Error */
export function parseName(der: Uint8Array): Name {
  return readName(parseAsn1(der, { encoding: 'der' }), 'a name');
}

/** Is `name` at or below `base` in the tree of names? @see RFC 5280 §4.2.1.10 (directoryName), §7.1 */
export function isWithinName(nameKey: string, baseKey: string): boolean {
  return nameKey.startsWith(baseKey);
}

/**
 * Insignificant spaces, case, compatibility forms and control characters leave no trace, as `caseIgnoreMatch` asks.
 * @see RFC 5280 §7.1, RFC 4518 §2
 */
function normaliseValue(text: string): string {
  if (/^[\x21-\x7e]*$/.test(text)) return text.toLowerCase();
  return text
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\u034f\ufe00-\ufe0f]/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/\p{Zs}+/gu, ' ')
    .trim();
}

const DISPLAY_ORDER = ['CN', 'O', 'OU', 'emailAddress', 'UID', 'serialNumber', 'DC'];

/** What people call the bearer of this name: the last CN, else the best other attribute; empty for an empty name. */
export function displayName(name: Name): string {
  for (const type of DISPLAY_ORDER) {
    const found = name.attributes.filter((attribute) => attribute.type === type);
    if (type === 'DC' && found.length > 0) return backwards(found, ({ value }) => value).join('.');
    const value = found.at(-1)?.value.trim();
    if (value) return value;
  }
  return formatName(name);
}

/**
 * The name on one line, most specific attribute first: `CN=www.example.com,O=Example\, Inc.,C=PT`.
 * @see RFC 4514 §2; short names beyond its table are as people know them, and multi-valued parts are joined by commas
 */
export function formatName(name: Name): string {
  return backwards(name.attributes, ({ type, value }) => `${type}=${escapeValue(value)}`).join(',');
}

function escapeValue(value: string): string {
  return value
    .replace(/[\\"+,;<>]/g, String.raw`\$&`)
    .replace(/^[ #]/, String.raw`\$&`)
    .replace(/ $/, String.raw`\ `)
    .replace(/\0/g, String.raw`\00`);
}

function backwards<T>(items: readonly T[], text: (item: T) => string): string[] {
  const texts = items.map(text);
  texts.reverse();
  return texts;
}
