import { type Asn1Node, Asn1Error, parseAsn1, Tag } from '../asn1/reader.ts';
import {
  bytesEqual,
  bytesToHex,
  contentOf,
  encodingOf,
  expectUniversal,
  isContext,
  isUniversal,
  readBitString,
  readTime,
  sequenceOf,
} from '../asn1/values.ts';
import type { Name, SignatureFacts } from './certificate.ts';
import { type CrlEntries, readCrlEntries } from './crlEntries.ts';
import { type CrlScope, readCrlScope } from './crlScope.ts';
import { type ListedExtension, readExtensionList } from './extensionList.ts';
import { readAuthorityKeyId } from './extensionValues.ts';
import { readName } from './names.ts';
import { ExtensionOid } from './oids.ts';
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

/** A list may be long: a few hundred bytes at least go into each of a million entries. */
const MAX_NODES = 4_000_000;

/**
 * Reads a CRL from DER.
 * @throws Asn1Error for anything else
 * @see RFC 5280 §5.1
 */
export function parseCrl(der: Uint8Array): Crl {
  const root = parseAsn1(der, { encoding: 'der', maxNodes: MAX_NODES });
  const [tbs, outer, signature] = sequenceOf(root, 'the CRL');
  const fields = [...sequenceOf(tbs, 'the signed part', root)];
  if (!tbs || !outer) throw new Asn1Error('unexpected', root.start, 'a CRL of fewer parts');
  if (isUniversal(fields[0], Tag.integer)) fields.shift();
  const [inner, issuerNode, thisUpdate, ...rest] = fields;
  if (!inner || !bytesEqual(encodingOf(inner), encodingOf(outer)))
    throw new Asn1Error('malformed', root.start, 'two signature algorithms that differ');
  const next = isTime(rest[0]) ? rest.shift() : undefined;
  const entries = isUniversal(rest[0], Tag.sequence) ? rest.shift() : undefined;
  const extensions = isContext(rest[0], 0) ? readExtensionList(rest[0]?.children[0]) : [];
  const issuer = readName(issuerNode, 'the issuer', tbs);
  const authority = extensionValue(extensions, ExtensionOid.authorityKeyId);
  return {
    issuer,
    thisUpdate: readTime(thisUpdate, 'thisUpdate', tbs),
    nextUpdate: next && readTime(next, 'nextUpdate', tbs),
    ...readCrlEntries(entries, issuer.key),
    extensions,
    authorityKeyId: authority && readAuthorityKeyId(authority).keyId,
    scope: readCrlScope(extensionValue(extensions, ExtensionOid.issuingDistributionPoint)),
    number: readNumber(extensionValue(extensions, ExtensionOid.crlNumber)),
    baseNumber: readNumber(extensionValue(extensions, ExtensionOid.deltaCrlIndicator)),
    tbs: encodingOf(tbs),
    signature: readBitString(signature, 'the signature', root).bytes,
    algorithm: readSignatureAlgorithm(inner, tbs),
  };
}

function isTime(node: Asn1Node | undefined): boolean {
  return isUniversal(node, Tag.utcTime) || isUniversal(node, Tag.generalizedTime);
}

function extensionValue(extensions: readonly ListedExtension[], oid: string): Asn1Node | undefined {
  const found = extensions.find((extension) => extension.oid === oid);
  return found && parseAsn1(found.value, { encoding: 'der' });
}

/** Up to 20 bytes (RFC 5280 §5.2.3). */
function readNumber(node: Asn1Node | undefined): bigint | undefined {
  return node && BigInt(`0x${bytesToHex(contentOf(expectUniversal(node, Tag.integer, 'a number'))) || '0'}`);
}
