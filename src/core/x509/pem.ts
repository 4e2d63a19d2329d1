/** Text with lines of 64 characters and one line end behind the last. @see RFC 7468 §3 */
export function pem(label: string, der: Uint8Array): string {
  const base64 = Buffer.from(der.buffer, der.byteOffset, der.length).toString('base64');
  return `-----BEGIN ${label}-----\n${base64.replace(/.{64}(?=.)/g, '$&\n')}\n-----END ${label}-----\n`;
}

/** @param der a certificate. @see RFC 7468 §5.1 */
export function certificatePem(der: Uint8Array): string {
  return pem('CERTIFICATE', der);
}

/** The bytes of one PEM block. */
export function derOfPem(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text.replace(/-----[^-]+-----/g, ''), 'base64'));
}
