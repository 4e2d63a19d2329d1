import { type Asn1Node, Asn1Error, parseAsn1 } from '../asn1/reader.ts';
import { contentOf, isContext, readOid, readSmallInteger, sequenceOf } from '../asn1/values.ts';
import type { CertificatePolicies } from './certificate.ts';
import { ExtensionOid } from './oids.ts';

/**
 * What one extension says of certificate policies; undefined where it is none of the four that do.
 * @throws Asn1Error
 * @see RFC 5280 §4.2.1.4, §4.2.1.5, §4.2.1.11, §4.2.1.14
 */
export function readPolicyExtension(oid: string, value: Uint8Array): CertificatePolicies | undefined {
  switch (oid) {
    case ExtensionOid.certificatePolicies:
      return { policies: readPolicies(parseAsn1(value, { encoding: 'der' })) };
    case ExtensionOid.policyMappings:
      return { mappings: readMappings(parseAsn1(value, { encoding: 'der' })) };
    case ExtensionOid.policyConstraints:
      return readConstraints(parseAsn1(value, { encoding: 'der' }));
    case ExtensionOid.inhibitAnyPolicy:
      return {
        inhibitAnyPolicy: readCount(readSmallInteger(parseAsn1(value, { encoding: 'der' }), 'inhibitAnyPolicy')),
      };
    default:
      return undefined;
  }
}

function readPolicies(root: Asn1Node): string[] {
  const policies = sequenceOf(root, 'certificatePolicies').map((node) =>
    readOid(sequenceOf(node, 'a policy', root)[0], 'a policy', node),
  );
  if (policies.length === 0 || new Set(policies).size < policies.length)
    throw new Asn1Error('malformed', root.start, 'certificatePolicies is empty or names a policy twice');
  return policies;
}

function readMappings(root: Asn1Node): { issuerPolicy: string; subjectPolicy: string }[] {
  const mappings = sequenceOf(root, 'policyMappings').map((node) => {
    const [from, to] = sequenceOf(node, 'a policy mapping', root);
    return {
      issuerPolicy: readOid(from, "the issuer's policy", node),
      subjectPolicy: readOid(to, "the subject's policy", node),
    };
  });
  if (mappings.length === 0) throw new Asn1Error('malformed', root.start, 'policyMappings is empty');
  return mappings;
}

function readConstraints(root: Asn1Node): CertificatePolicies {
  const fields = sequenceOf(root, 'policyConstraints');
  if (fields.length === 0) throw new Asn1Error('malformed', root.start, 'policyConstraints is empty');
  const count = (tag: number): number | undefined => {
    const field = fields.find((node) => isContext(node, tag));
    return field && readCount(implicitInteger(field));
  };
  const requireExplicitPolicy = count(0);
  const inhibitPolicyMapping = count(1);
  return {
    ...(requireExplicitPolicy !== undefined && { requireExplicitPolicy }),
    ...(inhibitPolicyMapping !== undefined && { inhibitPolicyMapping }),
  };
}

function implicitInteger(field: Asn1Node): number {
  const content = contentOf(field);
  if (field.constructed || content.length === 0 || content.length > 4)
    throw new Asn1Error('malformed', field.start, 'a number of certificates of another form');
  return content.reduce((value, byte) => value * 256 + byte, (content[0] ?? 0) & 0x80 ? -1 : 0);
}

function readCount(count: number): number {
  if (count < 0) throw new Asn1Error('malformed', 0, 'a negative number of certificates');
  return count;
}
