import { bytesToHex } from '../asn1/values.ts';
import type { Certificate } from '../x509/certificate.ts';
import { CertificateError } from '../x509/certificateError.ts';
import { Purpose } from '../x509/oids.ts';
import { parseCertificate } from '../x509/parseCertificate.ts';
import { verifyCertificate, verifySigned } from '../x509/verifySignature.ts';
import { keyHash } from './certId.ts';
import { OcspOid } from './ocspOids.ts';
import type { ResponderProblem } from './ocspProblem.ts';
import type { OcspResponse } from './ocspResponse.ts';

/** Who signed an answer, where it may. */
export interface Responder {
  /** the CA itself, or one that it made a certificate for */
  readonly kind: 'issuer' | 'delegate';
  /** a delegate whose certificate says that its own revocation need not be asked (RFC 6960 §4.2.2.2.1) */
  readonly noCheck: boolean;
}

/** Answers carry one certificate, some a short chain; more than these are not looked at. */
const MAX_CERTIFICATES = 8;
const WEAK = new Set(['md2', 'md4', 'md5', 'sha1']);

/**
 * Finds who signed an answer, and whether it may answer for what `issuer` issued: the issuer itself, or the bearer of a certificate
 * that the issuer's same key signed, valid at `time`, for id-kp-OCSPSigning.
 *
 * @param time milliseconds since 1970-01-01T00:00:00Z
 * @see RFC 6960 §4.2.2.2
 */
export function findResponder(
  response: OcspResponse,
  issuer: Certificate,
  time: number,
): Responder | { readonly problem: ResponderProblem } {
  const sent = response.certificates.slice(0, MAX_CERTIFICATES).flatMap(parseOrNone);
  const named = [issuer, ...sent].filter((certificate) => isNamed(response, certificate));
  if (named.length === 0) return { problem: 'responderMissing' };
  if (response.algorithm.hash !== undefined && WEAK.has(response.algorithm.hash)) return { problem: 'weakSignature' };
  const verdicts = named.map((certificate) => ({
    certificate,
    verdict: verifySigned(response, certificate.publicKey),
  }));
  const signer = verdicts.find(({ verdict }) => verdict === 'good')?.certificate;
  if (!signer)
    return {
      problem: verdicts.some(({ verdict }) => verdict === 'notVerifiable') ? 'signatureNotVerifiable' : 'badSignature',
    };
  if (signer === issuer) return { kind: 'issuer', noCheck: false };
  const problem = delegateProblem(signer, issuer, time);
  if (problem) return { problem };
  return { kind: 'delegate', noCheck: signer.extensions.all.some(({ oid }) => oid === OcspOid.noCheck) };
}

function isNamed({ responder }: OcspResponse, { subject, publicKey }: Certificate): boolean {
  return 'nameKey' in responder
    ? responder.nameKey === subject.key
    : responder.keyHash === bytesToHex(keyHash('sha1', publicKey));
}

const KNOWN: ReadonlySet<string> = new Set([
  '2.5.29.14',
  '2.5.29.15',
  '2.5.29.17',
  '2.5.29.19',
  '2.5.29.31',
  '2.5.29.32',
  '2.5.29.35',
  '2.5.29.37',
  '1.3.6.1.5.5.7.1.1',
  OcspOid.noCheck,
]);

function delegateProblem(delegate: Certificate, issuer: Certificate, time: number): ResponderProblem | undefined {
  const { extendedKeyUsage, keyUsage, all } = delegate.extensions;
  const usages = keyUsage?.usages;
  if (
    delegate.issuer.key !== issuer.subject.key ||
    !extendedKeyUsage?.purposes.includes(Purpose.ocspSigning) ||
    (usages && !usages.includes('digitalSignature') && !usages.includes('nonRepudiation')) ||
    all.some(({ oid, critical }) => critical && !KNOWN.has(oid))
  )
    return 'responderNotAuthorised';
  const verdict = verifyCertificate(delegate, issuer);
  if (verdict !== 'good') return verdict === 'bad' ? 'responderNotAuthorised' : 'signatureNotVerifiable';
  if (time > delegate.notAfter) return 'responderExpired';
  return time < delegate.notBefore ? 'responderNotYetValid' : undefined;
}

function parseOrNone(der: Uint8Array): readonly Certificate[] {
  try {
    return [parseCertificate(der)];
  } catch (error) {
    if (error instanceof CertificateError) return []; // nobody can have signed with it
    throw error;
  }
}
