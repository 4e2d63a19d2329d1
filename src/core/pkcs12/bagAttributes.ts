import { type Asn1Node, Tag } from '../asn1/reader.ts';
import { bytesToHex, isUniversal, oidFromContent, contentOf, readOctets, readText } from '../asn1/values.ts';
import { Oid } from './oids.ts';

/** What the attributes of one bag say. */
export interface AttributesRead {
  readonly friendlyName?: string;
  /** lower-case hexadecimal */
  readonly localKeyId?: string;
  /** types that stand more than once */
  readonly duplicateAttributes: readonly string[];
  /** all types, in the order of the file */
  readonly types: readonly string[];
}

export const NO_ATTRIBUTES: AttributesRead = { duplicateAttributes: [], types: [] };

/**
 * Reads `bagAttributes`. Attributes of any other shape than RFC 7292 §4.2 has are passed over: they name a bag and do not
 * decide about it.
 * @throws Asn1Error where an attribute type is not an object identifier's encoding
 */
export function readBagAttributes(set: Asn1Node | undefined): AttributesRead {
  const types: string[] = [];
  const duplicates = new Set<string>();
  let friendlyName: string | undefined;
  let localKeyId: string | undefined;
  for (const attribute of isUniversal(set, Tag.set) && set ? set.children : []) {
    const [typeNode, valuesNode] = attribute.children;
    if (!typeNode || !isUniversal(typeNode, Tag.oid)) continue;
    const type = oidFromContent(contentOf(typeNode), typeNode.start);
    if (types.includes(type)) duplicates.add(type);
    types.push(type);
    const value = valuesNode?.children[0];
    if (!value) continue;
    if (type === Oid.friendlyName) friendlyName ??= readText(value)?.replace(/\0+$/, '');
    if (type === Oid.localKeyId && isUniversal(value, Tag.octetString)) localKeyId ??= bytesToHex(readOctets(value));
  }
  return {
    ...(friendlyName === undefined ? {} : { friendlyName }),
    ...(localKeyId === undefined ? {} : { localKeyId }),
    duplicateAttributes: [...duplicates],
    types,
  };
}
