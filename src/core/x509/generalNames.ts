import { type Asn1Node, Asn1Error, TagClass } from '../asn1/reader.ts';
import { contentOf, latin1, oidFromContent, readOid } from '../asn1/values.ts';
import type { GeneralName } from './certificate.ts';
import { formatIp, maskLength } from './ipAddress.ts';
import { formatName, readName } from './names.ts';

/**
 * One GeneralName. In a name constraint (`constraint`) an IP address carries a mask of its own length.
 *
 * @throws Asn1Error `unexpected`, `malformed`: also for text outside IA5String, an IP address of an odd length, or a mask
 *   whose ones are not together
 * @see RFC 5280 §4.2.1.6, §4.2.1.10
 */
export function readGeneralName(node: Asn1Node, use: 'name' | 'constraint' = 'name'): GeneralName {
  if (node.tagClass !== TagClass.context)
    throw new Asn1Error('unexpected', node.start, 'a general name of another type');
  switch (node.tag) {
    case 0:
      return { kind: 'other', value: readOid(node.children[0], 'the type of an otherName', node) };
    case 1:
      return { kind: 'email', value: ia5(node) };
    case 2:
      return { kind: 'dns', value: ia5(node) };
    case 3:
      return { kind: 'other', value: 'x400Address' };
    case 4: {
      const name = readName(node.children[0], 'a directory name', node);
      return { kind: 'directory', value: formatName(name), key: name.key };
    }
    case 5:
      return { kind: 'other', value: 'ediPartyName' };
    case 6:
      return { kind: 'uri', value: ia5(node) };
    case 7:
      return use === 'name' ? readAddress(node) : readNetwork(node);
    case 8:
      return { kind: 'other', value: oidFromContent(primitive(node), node.start) };
    default:
      throw new Asn1Error('unexpected', node.start, `a general name of type ${node.tag}`);
  }
}

function primitive(node: Asn1Node): Uint8Array {
  if (node.constructed) throw new Asn1Error('malformed', node.start, 'a constructed string in DER');
  return contentOf(node);
}

function ia5(node: Asn1Node): string {
  const content = primitive(node);
  if (content.some((byte) => byte > 0x7f)) throw new Asn1Error('malformed', node.start, 'a character outside ASCII');
  return latin1(content);
}

function readAddress(node: Asn1Node): GeneralName {
  const bytes = primitive(node);
  const value = formatIp(bytes);
  if (value === undefined) throw new Asn1Error('malformed', node.start, `an IP address of ${bytes.length} bytes`);
  return { kind: 'ip', value, bytes };
}

function readNetwork(node: Asn1Node): GeneralName {
  const bytes = primitive(node);
  const half = bytes.length / 2;
  const address = bytes.length % 2 ? undefined : formatIp(bytes.subarray(0, half));
  const ones = address === undefined ? undefined : maskLength(bytes.subarray(half));
  if (address === undefined || ones === undefined)
    throw new Asn1Error('malformed', node.start, 'an IP network that is not an address and a mask');
  return { kind: 'ip', value: `${address}/${ones}`, bytes };
}
