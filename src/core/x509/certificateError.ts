/**
 * Bytes that are no certificate.
 * `notACertificate`: not the structure of RFC 5280 §4.1. `damaged`: that structure, but with a value that can't be read.
 */
export type CertificateErrorCode = 'notACertificate' | 'damaged';

export class CertificateError extends Error {
  override readonly name = 'CertificateError';
  readonly code: CertificateErrorCode;

  constructor(code: CertificateErrorCode, message: string, options?: { readonly cause: unknown }) {
    super(message, options);
    this.code = code;
  }
}
