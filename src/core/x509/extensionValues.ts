import { type Asn1Node, Asn1Error, Tag, TagClass } from '../asn1/reader.ts';
import {
  bytesToHex,
  contentOf,
  expectUniversal,
  isContext,
  isUniversal,
  readBitString,
  readBoolean,
  readOid,
  readSmallInteger,
  sequenceOf,
} from '../asn1/values.ts';
import type { Extensions, GeneralName, KeyUsage, NameConstraints } from './certificate.ts';
import { readGeneralName } from './generalNames.ts';

/** Values of the extensions of RFC 5280 §4.2.1 and §4.2.2. Each function throws Asn1Error for a value of another form. */

const USAGES: readonly KeyUsage[] = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
];

/** @see RFC 5280 §4.2.1.3 */
export function readKeyUsages(root: Asn1Node): KeyUsage[] {
  const { bytes } = readBitString(root, 'keyUsage');
  return USAGES.filter((_, bit) => ((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
}

/** @see RFC 5280 §4.2.1.9 */
export function readBasicConstraints(root: Asn1Node): { ca: boolean; pathLength?: number } {
  const fields = sequenceOf(root, 'basicConstraints');
  const flag = isUniversal(fields[0], Tag.boolean) ? fields[0] : undefined;
  const ca = flag ? readBoolean(flag, 'cA') : false;
  const [length, ...more] = fields.slice(flag ? 1 : 0);
  if (more.length > 0) throw new Asn1Error('malformed', root.start, 'basicConstraints with more fields');
  if (!length) return { ca };
  const pathLength = readSmallInteger(length, 'pathLenConstraint');
  if (pathLength < 0) throw new Asn1Error('malformed', length.start, 'a negative pathLenConstraint');
  return { ca, pathLength };
}

/** @see RFC 5280 §4.2.1.12 */
export function readPurposes(root: Asn1Node): string[] {
  return nonEmpty(root, 'extendedKeyUsage').map((node) => readOid(node, 'a purpose', root));
}

/** @see RFC 5280 §4.2.1.6 */
export function readAltNames(root: Asn1Node): GeneralName[] {
  return nonEmpty(root, 'subjectAltName').map((node) => readGeneralName(node));
}

/** @see RFC 5280 §4.2.1.10 */
export function readNameConstraints(root: Asn1Node): Omit<NameConstraints, 'critical'> {
  const fields = nonEmpty(root, 'nameConstraints');
  const trees = (tag: number): GeneralName[] => {
    const list = fields.find((field) => isContext(field, tag));
    if (!list) return [];
    if (list.children.length === 0) throw new Asn1Error('malformed', list.start, 'an empty list of subtrees');
    return list.children.map(readSubtree);
  };
  if (!fields.every((field) => isContext(field, 0) || isContext(field, 1)))
    throw new Asn1Error('malformed', root.start, 'nameConstraints with another field');
  return { permitted: trees(0), excluded: trees(1) };
}

/** `minimum` and `maximum` are not used with any name form (RFC 5280 §4.2.1.10). */
function readSubtree(node: Asn1Node): GeneralName {
  const [base, ...bounds] = sequenceOf(node, 'a subtree');
  if (!base) throw new Asn1Error('malformed', node.start, 'a subtree without a base');
  const used = bounds.some((bound) => !(isContext(bound, 0) && contentOf(bound).every((byte) => byte === 0)));
  if (used) throw new Asn1Error('malformed', node.start, 'a subtree with a minimum or maximum');
  const name = readGeneralName(base, 'constraint');
  if (name.kind === 'dns' && !/^\.?([\w-]+(\.[\w-]+)*\.?)?$/.test(name.value))
    throw new Asn1Error('malformed', base.start, 'a constraint that is no DNS name');
  return name;
}

/** @see RFC 5280 §4.2.1.2 */
export function readSubjectKeyId(root: Asn1Node): string {
  return bytesToHex(contentOf(expectUniversal(root, Tag.octetString, 'subjectKeyIdentifier')));
}

/** @see RFC 5280 §4.2.1.1 */
export function readAuthorityKeyId(root: Asn1Node): NonNullable<Extensions['authorityKeyId']> {
  const fields = sequenceOf(root, 'authorityKeyIdentifier');
  if (!fields.every((field) => field.tagClass === TagClass.context && field.tag <= 2))
    throw new Asn1Error('malformed', root.start, 'authorityKeyIdentifier with another field');
  const hex = (tag: number): string | undefined => {
    const field = fields.find((candidate) => isContext(candidate, tag));
    return field && bytesToHex(contentOf(field));
  };
  const keyId = hex(0);
  const serial = hex(2);
  const hasIssuer = fields.some((field) => isContext(field, 1));
  return {
    ...(keyId !== undefined && { keyId }),
    ...(serial !== undefined && { serial }),
    ...(hasIssuer && { hasIssuer }),
  };
}

const CA_ISSUERS = '1.3.6.1.5.5.7.48.2';
const OCSP = '1.3.6.1.5.5.7.48.1';

/** @see RFC 5280 §4.2.2.1 */
export function readAuthorityInfoAccess(root: Asn1Node): NonNullable<Extensions['authorityInfoAccess']> {
  const caIssuers: string[] = [];
  const ocsp: string[] = [];
  for (const node of nonEmpty(root, 'authorityInfoAccess')) {
    const [method, location, ...more] = sequenceOf(node, 'an access description', root);
    const oid = readOid(method, 'an access method', node);
    if (!location || more.length > 0)
      throw new Asn1Error('malformed', node.start, 'an access description of another form');
    const name = readGeneralName(location);
    if (name.kind !== 'uri') continue;
    if (oid === CA_ISSUERS) caIssuers.push(name.value);
    if (oid === OCSP) ocsp.push(name.value);
  }
  return { caIssuers, ocsp };
}

/** The children of a SEQUENCE that has to have some. */
export function nonEmpty(root: Asn1Node, what: string): readonly Asn1Node[] {
  const nodes = sequenceOf(root, what);
  if (nodes.length === 0) throw new Asn1Error('malformed', root.start, `${what} is empty`);
  return nodes;
}
