import { X509Certificate } from 'node:crypto';

/**
 * OpenSSL takes the first certificate of an issuer's name and key that a server sends, and tries no other: where that one leads
 * to no trusted root, the connection fails although another one of the same CA would do.
 *
 * @param sent DER that OpenSSL has read, in the order in which they were sent
 * @returns the CA, and where its first certificate leads; undefined where nothing of this kind is to be seen
 */
export function misleadingIssuer(
  sent: readonly Uint8Array[],
): { readonly name: string; readonly leadsTo: string } | undefined {
  const certificates = sent.map((der) => new X509Certificate(der));
  const seen = new Set<X509Certificate>();
  for (let current = certificates[0]; current && !seen.has(current);) {
    seen.add(current);
    const wanted = current.issuer;
    const issuers = certificates.filter(({ subject }) => subject === wanted);
    const [first] = issuers;
    if (first && issuers.some(({ issuer }) => issuer !== first.issuer))
      return { name: nameOf(first.subject), leadsTo: nameOf(first.issuer) };
    current = first;
  }
  return undefined;
}

/** The common name, or else the last part of a name that Node writes a part a line. */
function nameOf(name: string): string {
  const parts = name.split('\n');
  return (parts.find((part) => part.startsWith('CN=')) ?? parts.at(-1) ?? '').replace(/^[^=]*=/, '');
}
