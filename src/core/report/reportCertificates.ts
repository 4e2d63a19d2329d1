import { daysBetween, isoTime } from '../time.ts';
import type { Subject } from '../rules/subject.ts';
import { validityOf } from '../rules/validity.ts';
import type { Certificate, PublicKeyFacts } from '../x509/certificate.ts';
import { displayName, formatName } from '../x509/names.ts';
import type { CertificateOrigin } from '../x509/path.ts';
import { certificatePem } from '../x509/pem.ts';
import type { ReportCertificate } from './reportedCertificate.ts';
import { reportRevocation } from './reportRevocation.ts';

/** Leaf, its path upwards, then what else is in the file, in its order. */
export function orderedCertificates({ path, certificates }: Subject): readonly Certificate[] {
  const onPath = (path?.steps ?? []).map(({ certificate }) => certificate);
  const used = new Set(onPath.map(({ sha256 }) => sha256));
  return [...onPath, ...certificates.filter(({ sha256 }) => !used.has(sha256))];
}

export function reportCertificate(certificate: Certificate, index: number, subject: Subject): ReportCertificate {
  const { leaf, path, anchors, time, expiryWarningDays, keyMatchesLeaf, revocations } = subject;
  return {
    role: roleOf(certificate, index, path?.steps.length ?? 0),
    ...certificateIdentity(certificate),
    issuerName: displayName(certificate.issuer),
    daysLeft: daysBetween(time, certificate.notAfter),
    validity: validityOf(certificate, time, expiryWarningDays),
    signatureAlgorithm: certificate.signature.name,
    inFile: subject.certificates.some(({ sha256 }) => sha256 === certificate.sha256),
    source: sourceOf(certificate, subject),
    fetchedFrom:
      sourceOf(certificate, subject) === 'fetched' ? (subject.fetchedFrom.get(certificate.sha256) ?? null) : null,
    stores: anchors.storesOf(certificate.sha256),
    hasPrivateKey: certificate.sha256 === leaf?.sha256 && keyMatchesLeaf === true,
    revocation: revocations[index] ? reportRevocation(revocations[index]) : null,
    pem: certificatePem(certificate.der),
  };
}

/** By what a certificate is told from others, wherever it came from. */
export type CertificateIdentity = Pick<
  ReportCertificate,
  | 'name'
  | 'subject'
  | 'issuer'
  | 'serial'
  | 'notBefore'
  | 'notAfter'
  | 'subjectAltNames'
  | 'publicKey'
  | 'sha1'
  | 'sha256'
>;

export function certificateIdentity(certificate: Certificate): CertificateIdentity {
  return {
    name: nameOf(certificate),
    subject: formatName(certificate.subject),
    issuer: formatName(certificate.issuer),
    serial: colons(certificate.serial),
    notBefore: isoTime(certificate.notBefore),
    notAfter: isoTime(certificate.notAfter),
    subjectAltNames: (certificate.extensions.subjectAltNames?.names ?? []).map(({ value }) => value),
    publicKey: describeKey(certificate.publicKey),
    sha1: colons(certificate.sha1),
    sha256: colons(certificate.sha256),
  };
}

/** What belongs to no path is in the file. */
function sourceOf({ sha256 }: Certificate, { path }: Subject): CertificateOrigin {
  return path?.steps.find(({ certificate }) => certificate.sha256 === sha256)?.origin ?? 'file';
}

/** A leaf may have an empty subject: then its first name. */
export function nameOf({ subject, extensions }: Certificate): string {
  return displayName(subject) || (extensions.subjectAltNames?.names[0]?.value ?? 'a certificate without a name');
}

function roleOf(certificate: Certificate, index: number, pathLength: number): ReportCertificate['role'] {
  if (index >= pathLength) return 'other';
  if (index === 0) return 'leaf';
  return certificate.selfIssued ? 'root' : 'intermediate';
}

/** `RSA 2048`; names that hold the size themselves (`EC P-256`) stay as they are. */
export function describeKey({ kind, name, bits }: Pick<PublicKeyFacts, 'kind' | 'name' | 'bits'>): string {
  return bits !== undefined && (kind.startsWith('rsa') || kind === 'dsa') ? `${name} ${bits}` : name;
}

/** `0A:1B:…` */
export function colons(hex: string): string {
  return hex.toUpperCase().replace(/(..)(?=.)/g, '$1:');
}
