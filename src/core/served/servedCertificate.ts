import { createHash } from 'node:crypto';
import { colons, describeKey } from '../report/reportCertificates.ts';
import { daysBetween, isoTime } from '../time.ts';
import type { Certificate } from '../x509/certificate.ts';
import { displayName, formatName } from '../x509/names.ts';
import { certificatePem } from '../x509/pem.ts';
import { labelOf, stepsOf } from './servedPath.ts';
import type { ServedCertificate, ServedLink } from './servedReport.ts';
import type { ServedSubject } from './servedSubject.ts';

/** The served certificate for people and programs. @param time milliseconds since 1970 */
export function servedCertificate(certificate: Certificate, time: number): ServedCertificate {
  return {
    name: labelOf(certificate),
    subject: formatName(certificate.subject),
    issuer: formatName(certificate.issuer),
    issuerName: displayName(certificate.issuer),
    serial: colons(certificate.serial),
    notBefore: isoTime(certificate.notBefore),
    notAfter: isoTime(certificate.notAfter),
    daysLeft: daysBetween(time, certificate.notAfter),
    names: namesOf(certificate),
    publicKey: describeKey(certificate.publicKey),
    sha1: colons(certificate.sha1),
    sha256: colons(certificate.sha256),
    spkiSha256: spkiPin(certificate),
    pem: certificatePem(certificate.der),
  };
}

/** The host names and addresses of the subjectAltName. */
export function namesOf({ extensions }: Certificate): readonly string[] {
  return (extensions.subjectAltNames?.names ?? [])
    .filter(({ kind }) => kind === 'dns' || kind === 'ip')
    .map(({ value }) => value);
}

/** SHA-256 of the SubjectPublicKeyInfo in base64. @see RFC 7469 §2.4 */
export function spkiPin({ publicKey }: Certificate): string {
  return createHash('sha256').update(publicKey.spki).digest('base64');
}

export function servedLinks(subject: ServedSubject): readonly ServedLink[] {
  const sent = new Set(subject.certificates.map(({ sha256 }) => sha256));
  const problems = subject.completed?.steps.map((step) => [...new Set(step.problems.map(({ code }) => code))]);
  return stepsOf(subject).map(({ certificate, anchor }, i) => ({
    name: labelOf(certificate),
    sha256: colons(certificate.sha256),
    notAfter: isoTime(certificate.notAfter),
    sent: sent.has(certificate.sha256),
    anchor,
    problems: problems?.[i] ?? [],
  }));
}
