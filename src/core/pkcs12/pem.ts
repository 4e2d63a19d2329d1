import { octetString, sequence } from '../asn1/writer.ts';
import { encryptUnder } from './encryptionWriter.ts';

/** Iterations of an encrypted key file: what OWASP asks of PBKDF2 with HMAC-SHA-256. */
const KEY_ITERATIONS = 600_000;

/** Text with lines of 64 characters and one line end behind the last. @see RFC 7468 §3 */
export function pem(label: string, der: Uint8Array): string {
  const base64 = Buffer.from(der.buffer, der.byteOffset, der.length).toString('base64');
  return `-----BEGIN ${label}-----\n${base64.replace(/.{64}(?=.)/g, '$&\n')}\n-----END ${label}-----\n`;
}

/** @param der a certificate */
export function certificatePem(der: Uint8Array): string {
  return pem('CERTIFICATE', der);
}

/** The private key in the clear. @param pkcs8 PrivateKeyInfo, DER. @see RFC 7468 §10 */
export function privateKeyPem(pkcs8: Uint8Array): string {
  return pem('PRIVATE KEY', pkcs8);
}

/**
 * The private key under a password: PBES2 with AES-256-CBC and PBKDF2 HMAC-SHA-256.
 * @param pkcs8 PrivateKeyInfo, DER
 * @see RFC 5958 §3, RFC 7468 §11
 */
export async function encryptedPrivateKeyPem(
  pkcs8: Uint8Array,
  password: string,
  iterations = KEY_ITERATIONS,
): Promise<string> {
  const { algorithm, data } = await encryptUnder(password, 'aes-256', iterations, pkcs8);
  return pem('ENCRYPTED PRIVATE KEY', sequence(algorithm, octetString(data)));
}
