import { INTEGER, UTC_TIME, GENERALIZED_TIME, SEQUENCE } from '../asn1/identifierOctets.ts';
import { type Asn1Node, Asn1Error, parseAsn1, Tag } from '../asn1/reader.ts';
import {
  bytesEqual,
  bytesToHex,
  contentOf,
  encodingOf,
  expectUniversal,
  readBitString,
  readTime,
} from '../asn1/values.ts';
import { type Element, elementAt, elementsIn } from '../asn1/walk.ts';
import type { Name, SignatureFacts } from './certificate.ts';
import { type CrlEntries, readCrlEntries } from './crlEntries.ts';
import { type CrlScope, readCrlScope } from './crlScope.ts';
import { type ListedExtension, readExtensionList } from './extensionList.ts';
import { readAuthorityKeyId } from './extensionValues.ts';
import { readName } from './names.ts';
import { ExtensionOid } from './oids.ts';
import { derOfPem } from './pem.ts';
import { readSignatureAlgorithm } from './signatureAlgorithm.ts';

/** A certificate revocation list. Moments are milliseconds since 1970-01-01T00:00:00Z. @see RFC 5280 §5 */
export interface Crl extends CrlEntries {
  readonly issuer: Name;
  readonly thisUpdate: number;
  /** undefined where the list does not say when the next one comes */
  readonly nextUpdate: number | undefined;
  readonly extensions: readonly ListedExtension[];
  /** hexadecimal, of the issuer's key */
  readonly authorityKeyId: string | undefined;
  readonly scope: CrlScope;
  /** crlNumber, an increasing one (RFC 5280 §5.2.3) */
  readonly number: bigint | undefined;
  /** of a delta CRL: the number of the complete one that it completes (RFC 5280 §5.2.4); undefined for a complete one */
  readonly baseNumber: bigint | undefined;
  readonly tbs: Uint8Array;
  readonly signature: Uint8Array;
  readonly algorithm: SignatureFacts;
}

/**
 * Reads a CRL.
 * @param bytes DER; or PEM, which some CAs serve although RFC 5280 §4.2.1.13 asks for DER
 * @throws Asn1Error for anything else
 * @see RFC 5280 §5.1, RFC 7468 §7
 */
export function parseCrl(bytes: Uint8Array): Crl {
  const der = derOfCrl(bytes);
  const root = elementAt(der, 0, der.length);
  if (root.end !== der.length) throw new Asn1Error('trailing', root.end, 'bytes behind the CRL');
  const [tbs, outer, signature] = elementsIn(der, root.content, root.end);
  if (root.identifier !== SEQUENCE || tbs?.identifier !== SEQUENCE || !outer)
    throw new Asn1Error('unexpected', 0, 'not the parts of a CRL');
  const fields = elementsIn(der, tbs.content, tbs.end);
  if (fields[0]?.identifier === INTEGER) fields.shift();
  const [inner, issuerElement, thisUpdate, ...rest] = fields;
  const algorithm = nodeOf(der, outer);
  if (!inner || !bytesEqual(encodingOf(algorithm), der.subarray(inner.start, inner.end)))
    throw new Asn1Error('malformed', outer.start, 'two signature algorithms that differ');
  const next = isTime(rest[0]) ? rest.shift() : undefined;
  const entries = rest[0]?.identifier === SEQUENCE ? rest.shift() : undefined;
  const [last, ...more] = rest;
  if (more.length > 0 || (last && last.identifier !== EXPLICIT_0))
    throw new Asn1Error('unexpected', last?.start ?? tbs.end, 'a CRL with a field of another kind');
  const extensions = last ? readExtensionList(nodeOf(der, last).children[0]) : [];
  const issuer = readName(nodeOf(der, issuerElement), 'the issuer');
  const authority = extensionValue(extensions, ExtensionOid.authorityKeyId);
  return {
    issuer,
    thisUpdate: readTime(nodeOf(der, thisUpdate), 'thisUpdate'),
    nextUpdate: next && readTime(nodeOf(der, next), 'nextUpdate'),
    ...readCrlEntries(entries ? der.subarray(entries.content, entries.end) : new Uint8Array(0), issuer.key),
    extensions,
    authorityKeyId: authority && readAuthorityKeyId(authority).keyId,
    scope: readCrlScope(extensionValue(extensions, ExtensionOid.issuingDistributionPoint)),
    number: readNumber(extensionValue(extensions, ExtensionOid.crlNumber)),
    baseNumber: readNumber(extensionValue(extensions, ExtensionOid.deltaCrlIndicator)),
    tbs: der.subarray(tbs.start, tbs.end),
    signature: readBitString(nodeOf(der, signature), 'the signature').bytes,
    algorithm: readSignatureAlgorithm(algorithm, algorithm),
  };
}

const EXPLICIT_0 = 0xa0;

/** The first block of PEM; anything else as it is. */
export function derOfCrl(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === SEQUENCE) return bytes;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const block = /-----BEGIN X509 CRL-----[^-]+-----END X509 CRL-----/.exec(text)?.[0];
  return block === undefined ? bytes : derOfPem(block);
}

/** With all that is in it; undefined for undefined. */
function nodeOf(der: Uint8Array, element: Element): Asn1Node;
function nodeOf(der: Uint8Array, element: Element | undefined): Asn1Node | undefined;
function nodeOf(der: Uint8Array, element: Element | undefined): Asn1Node | undefined {
  return element && parseAsn1(der.subarray(element.start, element.end), { encoding: 'der' });
}

function isTime(element: Element | undefined): boolean {
  return element?.identifier === UTC_TIME || element?.identifier === GENERALIZED_TIME;
}

function extensionValue(extensions: readonly ListedExtension[], oid: string): Asn1Node | undefined {
  const found = extensions.find((extension) => extension.oid === oid);
  return found && parseAsn1(found.value, { encoding: 'der' });
}

/** Up to 20 bytes (RFC 5280 §5.2.3). */
function readNumber(node: Asn1Node | undefined): bigint | undefined {
  return node && BigInt(`0x${bytesToHex(contentOf(expectUniversal(node, Tag.integer, 'a number'))) || '0'}`);
}
