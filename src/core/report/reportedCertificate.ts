import type { CertificateOrigin } from '../x509/path.ts';
import type { TrustStore } from '../x509/trust.ts';

/** What a report says of a certificate. */
export interface ReportCertificate {
  readonly role: 'leaf' | 'intermediate' | 'root' | 'other';
  /** common name, or what else names it best */
  readonly name: string;
  /** RFC 4514 */
  readonly subject: string;
  readonly issuer: string;
  readonly issuerName: string;
  /** `0A:1B:…` */
  readonly serial: string;
  /** ISO 8601, UTC */
  readonly notBefore: string;
  readonly notAfter: string;
  /** whole days from `judgedAt` to `notAfter`; negative once it has expired */
  readonly daysLeft: number;
  readonly validity: 'valid' | 'expiring' | 'expired' | 'notYetValid';
  /** `dns:`-less plain names and addresses */
  readonly subjectAltNames: readonly string[];
  /** `RSA 2048`, `EC P-256` */
  readonly publicKey: string;
  /** `RSA with SHA-256` */
  readonly signatureAlgorithm: string;
  /** `0A:1B:…` */
  readonly sha1: string;
  readonly sha256: string;
  /** in the PFX; a root or intermediate taken from a store or fetched is not */
  readonly inFile: boolean;
  /** where it was taken from; the file goes before all others */
  readonly source: CertificateOrigin;
  /** the address that it was fetched from; null for all others */
  readonly fetchedFrom: string | null;
  /** stores that hold this very certificate */
  readonly stores: readonly TrustStore[];
  readonly hasPrivateKey: boolean;
  /** null where it is on no path */
  readonly revocation: ReportRevocation | null;
  /** `-----BEGIN CERTIFICATE-----` … */
  readonly pem: string;
}

/** Whether a certificate is revoked. Nothing that was not checked with its issuer's key counts. */
export interface ReportRevocation {
  /** `unknown`: asked, and no answer could be believed. `notChecked`: not asked, or there is nobody to ask */
  readonly status: 'good' | 'revoked' | 'unknown' | 'notChecked';
  /** as a sentence or two */
  readonly detail: string;
  /** what the answer was; null where there is none */
  readonly source: 'ocsp' | 'crl' | null;
  /** the address that gave it */
  readonly url: string | null;
  /** ISO 8601, UTC: when the answer was true, until when it counts, when the certificate was revoked */
  readonly thisUpdate: string | null;
  readonly nextUpdate: string | null;
  readonly revokedAt: string | null;
  /** CRLReason by its name in RFC 5280: `keyCompromise` */
  readonly reason: string | null;
}
