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
  readBoolean,
  readOctets,
  readOid,
  readTime,
  sequenceOf,
} from '../asn1/values.ts';
import type { Name, SignatureFacts } from './certificate.ts';
import { readAuthorityKeyId } from './extensionValues.ts';
import { readName } from './names.ts';
import { ExtensionOid } from './oids.ts';
import { readSignatureAlgorithm } from './signatureAlgorithm.ts';

/** A certificate revocation list. Moments are milliseconds since 1970-01-01T00:00:00Z. @see RFC 5280 §5 */
export interface Crl {
  readonly issuer: Name;
  readonly thisUpdate: number;
  /** undefined where the list does not say when the next one comes */
  readonly nextUpdate: number | undefined;
  /** by serial number as in `Certificate.serial` */
  readonly revoked: ReadonlyMap<string, RevokedEntry>;
  readonly extensions: readonly CrlExtension[];
  /** hexadecimal, of the issuer's key */
  readonly authorityKeyId: string | undefined;
  readonly tbs: Uint8Array;
  readonly signature: Uint8Array;
  readonly algorithm: SignatureFacts;
}

export interface RevokedEntry {
  readonly at: number;
  /** CRLReason (RFC 5280 §5.3.1): 1 keyCompromise, 4 superseded, 8 removeFromCRL …; 0 where none is given */
  readonly reason: number;
  /** has a critical extension that this reader does not know, or is about another issuer's certificate */
  readonly unclear: boolean;
}

export interface CrlExtension {
  readonly oid: string;
  readonly critical: boolean;
  readonly value: Uint8Array;
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
  const [inner, issuer, thisUpdate, ...rest] = fields;
  if (!inner || !bytesEqual(encodingOf(inner), encodingOf(outer)))
    throw new Asn1Error('malformed', root.start, 'two signature algorithms that differ');
  const next = isTime(rest[0]) ? rest.shift() : undefined;
  const entries = isUniversal(rest[0], Tag.sequence) ? rest.shift() : undefined;
  const extensions = isContext(rest[0], 0) ? readExtensions(rest[0]?.children[0]) : [];
  const authority = extensions.find(({ oid }) => oid === ExtensionOid.authorityKeyId);
  return {
    issuer: readName(issuer, 'the issuer', tbs),
    thisUpdate: readTime(thisUpdate, 'thisUpdate', tbs),
    nextUpdate: next && readTime(next, 'nextUpdate', tbs),
    revoked: new Map((entries?.children ?? []).map(readEntry)),
    extensions,
    authorityKeyId: authority && readAuthorityKeyId(parseAsn1(authority.value, { encoding: 'der' })).keyId,
    tbs: encodingOf(tbs),
    signature: readBitString(signature, 'the signature', root).bytes,
    algorithm: readSignatureAlgorithm(inner, tbs),
  };
}

function isTime(node: Asn1Node | undefined): boolean {
  return isUniversal(node, Tag.utcTime) || isUniversal(node, Tag.generalizedTime);
}

function readExtensions(list: Asn1Node | undefined): CrlExtension[] {
  return sequenceOf(list, 'the extensions').map((node) => {
    const fields = sequenceOf(node, 'an extension');
    const flag = isUniversal(fields[1], Tag.boolean) ? fields[1] : undefined;
    const value = expectUniversal(fields[flag ? 2 : 1], Tag.octetString, "an extension's value", node);
    return {
      oid: readOid(fields[0], "an extension's type", node),
      critical: flag ? readBoolean(flag, 'critical') : false,
      value: readOctets(value),
    };
  });
}

const KNOWN_ENTRY_EXTENSIONS: ReadonlySet<string> = new Set([ExtensionOid.crlReason, ExtensionOid.invalidityDate]);

function readEntry(node: Asn1Node): [serial: string, entry: RevokedEntry] {
  const [serial, date, list] = sequenceOf(node, 'an entry');
  const extensions = list ? readExtensions(list) : [];
  const reason = extensions.find(({ oid }) => oid === ExtensionOid.crlReason);
  const unclear = extensions.some(({ oid, critical }) => critical && !KNOWN_ENTRY_EXTENSIONS.has(oid));
  return [
    bytesToHex(contentOf(expectUniversal(serial, Tag.integer, 'a serial number', node))),
    { at: readTime(date, 'a revocation date', node), reason: reason ? readReason(reason.value) : 0, unclear },
  ];
}

function readReason(value: Uint8Array): number {
  const node = expectUniversal(parseAsn1(value, { encoding: 'der' }), Tag.enumerated, 'a reason');
  return contentOf(node)[0] ?? 0;
}
