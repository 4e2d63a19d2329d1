import type { FetchProblem } from '../online/fetchProblem.ts';

/**
 * What an address answered when it was asked whether a certificate is revoked, as it came, or why it did not answer. Nothing of it is
 * believed before it has been checked against the path that is judged.
 */
export type RevocationEvidence = RevocationQuestion &
  ({ readonly answer: Uint8Array } | { readonly problem: FetchProblem });

export interface RevocationQuestion {
  readonly kind: 'ocsp' | 'crl';
  readonly url: string;
  /** SHA-256 of the certificate, lower-case hexadecimal */
  readonly certificate: string;
  /** the one that was sent with an OCSP question */
  readonly nonce?: Uint8Array;
}
