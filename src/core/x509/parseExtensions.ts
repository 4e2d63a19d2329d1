import { type Asn1Node, Asn1Error, parseAsn1, Tag } from '../asn1/reader.ts';
import { expectUniversal, isUniversal, readBoolean, readOctets, readOid, sequenceOf } from '../asn1/values.ts';
import type { Extensions } from './certificate.ts';
import type { DefectCode } from './defects.ts';
import * as values from './extensionValues.ts';
import { readDistributionPoints } from './distributionPoints.ts';
import { ExtensionOid } from './oids.ts';
import { readTimestamps } from './signedTimestamps.ts';
import { readPolicyExtension } from './policyExtensions.ts';

interface RawExtension {
  readonly oid: string;
  readonly critical: boolean;
  readonly value: Uint8Array;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What one extension adds; reads the value or throws Asn1Error. */
type Reader = (root: Asn1Node, critical: boolean, into: Mutable<Extensions>) => void;

const READERS: Readonly<Record<string, readonly [defect: DefectCode, read: Reader]>> = {
  [ExtensionOid.basicConstraints]: [
    'malformedBasicConstraints',
    (root, critical, into) => (into.basicConstraints = { critical, ...values.readBasicConstraints(root) }),
  ],
  [ExtensionOid.keyUsage]: [
    'malformedKeyUsage',
    (root, critical, into) => (into.keyUsage = { critical, usages: values.readKeyUsages(root) }),
  ],
  [ExtensionOid.extendedKeyUsage]: [
    'malformedExtendedKeyUsage',
    (root, critical, into) => (into.extendedKeyUsage = { critical, purposes: values.readPurposes(root) }),
  ],
  [ExtensionOid.subjectAltNames]: [
    'malformedSubjectAltNames',
    (root, critical, into) => (into.subjectAltNames = { critical, names: values.readAltNames(root) }),
  ],
  [ExtensionOid.nameConstraints]: [
    'malformedNameConstraints',
    (root, critical, into) => (into.nameConstraints = { critical, ...values.readNameConstraints(root) }),
  ],
  [ExtensionOid.subjectKeyId]: [
    'malformedSubjectKeyId',
    (root, _critical, into) => (into.subjectKeyId = values.readSubjectKeyId(root)),
  ],
  [ExtensionOid.authorityKeyId]: [
    'malformedAuthorityKeyId',
    (root, _critical, into) => (into.authorityKeyId = values.readAuthorityKeyId(root)),
  ],
  [ExtensionOid.authorityInfoAccess]: [
    'malformedAuthorityInfoAccess',
    (root, _critical, into) => (into.authorityInfoAccess = values.readAuthorityInfoAccess(root)),
  ],
  [ExtensionOid.crlDistributionPoints]: [
    'malformedCrlDistributionPoints',
    (root, _critical, into) => Object.assign(into, readDistributionPoints(root)),
  ],
  [ExtensionOid.sctList]: ['malformedSctList', (root, _critical, into) => (into.timestamps = readTimestamps(root))],
};

/**
 * All extensions of a certificate. One that can't be read is left out and becomes a defect; so does a second one of a kind.
 * @param node the `[3]` element, undefined where there is none
 * @see RFC 5280 §4.2
 */
export function parseExtensions(node: Asn1Node | undefined, defects: DefectCode[]): Extensions {
  const raw = node ? readRaw(node, defects) : [];
  const into: Mutable<Extensions> = { all: raw.map(({ oid, critical }) => ({ oid, critical })) };
  const seen = new Set<string>();
  for (const { oid, critical, value } of raw) {
    if (seen.has(oid)) defects.push('duplicateExtension');
    else readOne(oid, critical, value, into, defects);
    seen.add(oid);
  }
  return into;
}

function readOne(
  oid: string,
  critical: boolean,
  value: Uint8Array,
  into: Mutable<Extensions>,
  defects: DefectCode[],
): void {
  const [defect, read] = READERS[oid] ?? ['malformedPolicies' as const];
  try {
    if (read) return read(parseAsn1(value, { encoding: 'der' }), critical, into);
    const policies = readPolicyExtension(oid, value);
    if (policies) into.policies = { ...into.policies, ...policies };
  } catch (error) {
    if (!(error instanceof Asn1Error)) throw error;
    defects.push(defect);
  }
}

function readRaw(node: Asn1Node, defects: DefectCode[]): RawExtension[] {
  try {
    const list = sequenceOf(node.children[0], 'the extensions', node);
    if (list.length === 0 || node.children.length > 1) defects.push('malformedExtensions');
    return list.map(readRawExtension);
  } catch (error) {
    if (!(error instanceof Asn1Error)) throw error;
    defects.push('malformedExtensions');
    return [];
  }
}

function readRawExtension(node: Asn1Node): RawExtension {
  const fields = sequenceOf(node, 'an extension');
  const flag = isUniversal(fields[1], Tag.boolean) ? fields[1] : undefined;
  const value = expectUniversal(fields[flag ? 2 : 1], Tag.octetString, "an extension's value", node);
  if (fields.length > (flag ? 3 : 2)) throw new Asn1Error('malformed', node.start, 'an extension with more fields');
  const oid = readOid(fields[0], "an extension's type", node);
  return { oid, critical: flag ? readBoolean(flag, 'critical') : false, value: readOctets(value) };
}
