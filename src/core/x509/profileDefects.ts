import type { Certificate } from './certificate.ts';
import type { DefectCode } from './defects.ts';
import { isHostName } from './domains.ts';
import { ExtensionOid } from './oids.ts';

type Facts = Omit<Certificate, 'der' | 'sha1' | 'sha256' | 'defects'>;

/** Where a readable certificate is not as RFC 5280 §4 asks a conforming CA to make it. */
export function profileDefects(certificate: Facts): DefectCode[] {
  return [
    ...serialDefects(certificate.serial),
    ...nameDefects(certificate),
    ...keyIdDefects(certificate),
    ...caDefects(certificate),
  ];
}

/** @see RFC 5280 §4.1.2.2: positive, at most 20 octets */
function serialDefects(serial: string): DefectCode[] {
  const defects: DefectCode[] = [];
  if (/^[89a-f]/.test(serial)) defects.push('negativeSerial');
  if (/^0*$/.test(serial)) defects.push('zeroSerial');
  if (serial.length > 40) defects.push('longSerial');
  if (/^(00[0-7]|ff[89a-f])/.test(serial)) defects.push('longFormInteger');
  return defects;
}

/** @see RFC 5280 §4.1.2.4, §4.1.2.6, §4.2.1.6 */
function nameDefects({ issuer, subject, extensions }: Facts): DefectCode[] {
  const defects: DefectCode[] = [];
  if (issuer.attributes.length === 0) defects.push('emptyIssuer');
  if (subject.attributes.length === 0) {
    if (extensions.basicConstraints?.ca) defects.push('emptySubjectOfCa');
    else if (!extensions.subjectAltNames?.critical) defects.push('noSubject');
  }
  const dns = (extensions.subjectAltNames?.names ?? []).filter(({ kind }) => kind === 'dns');
  if (!dns.every(({ value }) => isPreferredName(value.replace(/^\*\./, '')))) defects.push('dnsNameSyntax');
  return defects;
}

/** @see RFC 1034 §3.5, RFC 1123 §2.1 */
function isPreferredName(name: string): boolean {
  return isHostName(name) && !name.includes('_');
}

/** @see RFC 5280 §4.2.1.1: required but in a self-signed certificate; §4.2.1.2: required in a CA's; §4.2.2.1 */
function keyIdDefects({ extensions, selfIssued }: Facts): DefectCode[] {
  const defects: DefectCode[] = [];
  const critical = (oid: string): boolean =>
    extensions.all.some((extension) => extension.oid === oid && extension.critical);
  if (critical(ExtensionOid.authorityKeyId)) defects.push('criticalAuthorityKeyId');
  if (critical(ExtensionOid.subjectKeyId)) defects.push('criticalSubjectKeyId');
  if (critical(ExtensionOid.authorityInfoAccess)) defects.push('criticalAuthorityInfoAccess');
  if (!selfIssued && extensions.authorityKeyId?.keyId === undefined) defects.push('missingAuthorityKeyId');
  if (extensions.basicConstraints?.ca && extensions.subjectKeyId === undefined) defects.push('missingSubjectKeyId');
  return defects;
}

/** @see RFC 5280 §4.2.1.3, §4.2.1.9 to §4.2.1.11, §4.2.1.14 */
function caDefects({ extensions }: Facts): DefectCode[] {
  const defects: DefectCode[] = [];
  const { basicConstraints, keyUsage, nameConstraints } = extensions;
  const ca = basicConstraints?.ca ?? false;
  const certSign = keyUsage?.usages.includes('keyCertSign') ?? false;
  const isNonCritical = (oid: string): boolean => extensions.all.some((item) => item.oid === oid && !item.critical);
  if (certSign && !ca) defects.push('certSignWithoutCa');
  if (basicConstraints?.pathLength !== undefined && !ca) defects.push('pathLengthWithoutCa');
  if (ca && !basicConstraints?.critical) defects.push('nonCriticalBasicConstraints');
  if (keyUsage?.usages.length === 0) defects.push('emptyKeyUsage');
  if (nameConstraints && !nameConstraints.critical) defects.push('nonCriticalNameConstraints');
  const subtrees = [...(nameConstraints?.permitted ?? []), ...(nameConstraints?.excluded ?? [])];
  if (subtrees.some(({ kind, value }) => kind === 'dns' && value.startsWith('.')))
    defects.push('leadingDotInConstraint');
  if (nameConstraints && !ca) defects.push('nameConstraintsWithoutCa');
  if (isNonCritical(ExtensionOid.policyConstraints)) defects.push('nonCriticalPolicyConstraints');
  if (isNonCritical(ExtensionOid.inhibitAnyPolicy)) defects.push('nonCriticalInhibitAnyPolicy');
  return defects;
}
