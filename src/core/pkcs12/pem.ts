import { octetString, sequence } from '../asn1/writer.ts';
import { pem } from '../x509/pem.ts';
import { encryptUnder } from './encryptionWriter.ts';

/** Iterations of an encrypted key file: what OWASP asks of PBKDF2 with HMAC-SHA-256. */
const KEY_ITERATIONS = 600_000;

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
