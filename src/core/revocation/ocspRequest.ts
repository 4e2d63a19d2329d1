import { contextConstructed, octetString, oid, sequence } from '../asn1/writer.ts';
import type { Certificate } from '../x509/certificate.ts';
import { encodeCertId } from './certId.ts';
import { OcspOid } from './ocspOids.ts';

/** Bytes that a nonce should have. @see RFC 9654 §2.1 */
export const NONCE_LENGTH = 32;

/**
 * The DER of a question after one certificate, unsigned. It tells the responder which certificate is meant (hashes of the
 * issuer's name and key, and the serial number), and nothing else.
 *
 * @param nonce random, 1 to 128 bytes: an answer that repeats it was made for this question
 * @see RFC 6960 §4.1, RFC 9654 §2.1
 */
export function ocspRequest(certificate: Certificate, issuer: Certificate, nonce?: Uint8Array): Uint8Array {
  const list = sequence(sequence(encodeCertId(certificate, issuer)));
  const extensions =
    nonce && contextConstructed(2, sequence(sequence(oid(OcspOid.nonce), octetString(nonceValue(nonce)))));
  return sequence(extensions ? sequence(list, extensions) : sequence(list));
}

/** What the extension holds: an OCTET STRING of its own. */
export function nonceValue(nonce: Uint8Array): Uint8Array {
  return octetString(nonce);
}

/** The address of a question that is asked by GET. @see RFC 6960 Appendix A.1 */
export function ocspGetAddress(responder: string, request: Uint8Array): string {
  return `${responder.replace(/\/$/, '')}/${encodeURIComponent(Buffer.from(request).toString('base64'))}`;
}
