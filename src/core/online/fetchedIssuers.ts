import { Budget } from '../x509/budget.ts';
import type { Certificate } from '../x509/certificate.ts';
import { CertificateFileError, readCertificates } from '../x509/certificateFiles.ts';
import { CertificateError } from '../x509/certificateError.ts';
import { parseCertificate } from '../x509/parseCertificate.ts';
import { verifyCertificate } from '../x509/verifySignature.ts';
import type { FetchProblem } from './fetchProblem.ts';

/** A certificate file of a CA holds a few certificates; more are not looked at. */
const MAX_CERTIFICATES = 50;

/**
 * The issuers in an answer: the one of `child`, and where the answer holds them those above it. A certificate counts where its
 * subject is the issuer's name and its key made the signature.
 *
 * @param answer DER, PEM or P7B
 * @returns at least one certificate, or why there is none
 * @see RFC 5280 §4.2.2.1, RFC 5652 §5
 */
export function issuersIn(
  answer: Uint8Array,
  child: Certificate,
): readonly Certificate[] | Extract<FetchProblem, 'unreadable' | 'otherIssuer'> {
  const offered = certificatesOf(answer);
  if (offered.length === 0) return 'unreadable';
  const found = signersAbove([child], offered);
  return found.length > 0 ? found : 'otherIssuer';
}

/** So that no file can hold the worker with certificates of one name. */
const MAX_SIGNATURE_CHECKS = 200;

/** Of certificates from elsewhere those whose key made a signature of `certificates`, or of another one that did. */
export function signersAbove(
  certificates: readonly Certificate[],
  offered: readonly Certificate[],
): readonly Certificate[] {
  const found: Certificate[] = [];
  const left = new Set(offered);
  const checks = new Budget(MAX_SIGNATURE_CHECKS);
  for (const child of growing(certificates, found)) {
    for (const candidate of left) {
      if (candidate.subject.key !== child.issuer.key) continue;
      if (!checks.spend()) return found;
      if (verifyCertificate(child, candidate) !== 'good') continue;
      left.delete(candidate);
      found.push(candidate);
    }
  }
  return found;
}

/** First all of `given`, then all of `added`, also those that come while it is read. */
function* growing<T>(given: readonly T[], added: readonly T[]): Generator<T> {
  yield* given;
  yield* added;
}

/** Each once; what is no certificate is left out. */
export function parseFetched(ders: readonly Uint8Array[]): readonly Certificate[] {
  const parsed = ders.slice(0, MAX_CERTIFICATES).flatMap((der) => {
    try {
      return [parseCertificate(der)];
    } catch (error) {
      if (error instanceof CertificateError) return []; // it can't have signed anything
      throw error;
    }
  });
  return [...new Map(parsed.map((certificate) => [certificate.sha256, certificate])).values()];
}

function certificatesOf(answer: Uint8Array): readonly Certificate[] {
  try {
    return parseFetched(readCertificates(answer));
  } catch (error) {
    if (error instanceof CertificateFileError) return []; // told as `unreadable`
    throw error;
  }
}
