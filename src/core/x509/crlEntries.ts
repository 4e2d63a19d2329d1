import { type Asn1Node, parseAsn1, Tag } from '../asn1/reader.ts';
import { bytesToHex, contentOf, expectUniversal, readTime, sequenceOf } from '../asn1/values.ts';
import { type ListedExtension, readExtensionList } from './extensionList.ts';
import { readGeneralName } from './generalNames.ts';
import { ExtensionOid } from './oids.ts';

export interface RevokedEntry {
  /** milliseconds since 1970-01-01T00:00:00Z */
  readonly at: number;
  /** CRLReason (RFC 5280 §5.3.1): 1 keyCompromise, 4 superseded, 8 removeFromCRL …; 0 where none is given */
  readonly reason: number;
}

/** By serial number as in `Certificate.serial`. */
export type Entries = ReadonlyMap<string, RevokedEntry>;

export interface CrlEntries {
  /** by the `Name.key` of the CA that issued what is revoked: the CRL's own, or, in an indirect one, another */
  readonly byIssuer: ReadonlyMap<string, Entries>;
  /** an entry has a critical extension that this reader does not know: then the list says nothing of any (RFC 5280 §5.3) */
  readonly unclear: boolean;
}

const KNOWN: ReadonlySet<string> = new Set([
  ExtensionOid.crlReason,
  ExtensionOid.invalidityDate,
  ExtensionOid.certificateIssuer,
]);

/**
 * The list of a CRL. An entry without certificateIssuer belongs to the CA of the one before it, the first to `crlIssuer`.
 *
 * @throws Asn1Error
 * @see RFC 5280 §5.1.2.6, §5.3
 */
export function readCrlEntries(list: Asn1Node | undefined, crlIssuer: string): CrlEntries {
  const byIssuer = new Map<string, Map<string, RevokedEntry>>();
  let issuer = crlIssuer;
  let unclear = false;
  for (const node of list?.children ?? []) {
    const [serial, date, more] = sequenceOf(node, 'an entry');
    const extensions = more ? readExtensionList(more) : [];
    const other = valueOf(extensions, ExtensionOid.certificateIssuer);
    if (other) issuer = directoryName(other) ?? '';
    unclear ||= extensions.some(({ oid, critical }) => critical && !KNOWN.has(oid));
    const entries = byIssuer.get(issuer) ?? new Map<string, RevokedEntry>();
    const reason = valueOf(extensions, ExtensionOid.crlReason);
    entries.set(bytesToHex(contentOf(expectUniversal(serial, Tag.integer, 'a serial number', node))), {
      at: readTime(date, 'a revocation date', node),
      reason: reason ? readReason(reason) : 0,
    });
    byIssuer.set(issuer, entries);
  }
  return { byIssuer, unclear };
}

function valueOf(extensions: readonly ListedExtension[], oid: string): Asn1Node | undefined {
  const found = extensions.find((extension) => extension.oid === oid);
  return found && parseAsn1(found.value, { encoding: 'der' });
}

function directoryName(names: Asn1Node): string | undefined {
  return sequenceOf(names, 'certificateIssuer')
    .map((node) => readGeneralName(node))
    .find(({ key }) => key !== undefined)?.key;
}

function readReason(value: Asn1Node): number {
  return contentOf(expectUniversal(value, Tag.enumerated, 'a reason'))[0] ?? 0;
}
