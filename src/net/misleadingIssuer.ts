import { CertificateError } from '../core/x509/certificateError.ts';
import type { Certificate } from '../core/x509/certificate.ts';
import { displayName } from '../core/x509/names.ts';
import { parseCertificate } from '../core/x509/parseCertificate.ts';

/**
 * OpenSSL takes the first certificate of an issuer's name and key that a server sends, and tries no other: where that one leads
 * to no trusted root, the connection fails although another one of the same CA would do.
 *
 * @param sent DER, in the order in which they were sent
 * @returns the CA, and where its first certificate leads; undefined where nothing of this kind is to be seen
 */
export function misleadingIssuer(
  sent: readonly Uint8Array[],
): { readonly name: string; readonly leadsTo: string } | undefined {
  const certificates = sent.flatMap((der) => parsed(der) ?? []);
  const seen = new Set<Certificate>();
  for (let current = certificates[0]; current && !seen.has(current);) {
    seen.add(current);
    const wanted = current.issuer.key;
    const issuers = certificates.filter(({ subject }) => subject.key === wanted);
    const [first] = issuers;
    if (first && issuers.some(({ issuer }) => issuer.key !== first.issuer.key))
      return { name: displayName(first.subject), leadsTo: displayName(first.issuer) };
    current = first;
  }
  return undefined;
}

function parsed(der: Uint8Array): Certificate | undefined {
  try {
    return parseCertificate(der);
  } catch (error) {
    if (error instanceof CertificateError) return undefined;
    throw error;
  }
}
