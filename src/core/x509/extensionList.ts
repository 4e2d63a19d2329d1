import { type Asn1Node, Tag } from '../asn1/reader.ts';
import { expectUniversal, isUniversal, readBoolean, readOctets, readOid, sequenceOf } from '../asn1/values.ts';

/** An extension of a CRL, of an entry of one, or of an OCSP response. `value` is what its OCTET STRING holds. */
export interface ListedExtension {
  readonly oid: string;
  readonly critical: boolean;
  readonly value: Uint8Array;
}

/** Extensions, in their order. @throws Asn1Error @see RFC 5280 §4.1 */
export function readExtensionList(list: Asn1Node | undefined): ListedExtension[] {
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
