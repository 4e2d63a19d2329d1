import type { X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';

/** More than any real chain has; each is at most as long as the handshake that brought it. */
const MOST = 64;

/**
 * The certificates that a server sent, as DER, in the order in which it sent them; none where there was no handshake.
 *
 * `getPeerX509Certificate()` wraps OpenSSL's list of what came over the wire (`SSL_get_peer_cert_chain`), and each
 * `issuerCertificate` behind it is the next one of that list, whether or not it is the issuer: nothing is added from a trust
 * store, nothing sorted. `getPeerCertificate()` does sort, and ends the process for keys on some curves. To be called once a
 * connection: Node takes the list apart as it wraps it.
 */
export function sentChain(socket: TLSSocket): readonly Uint8Array[] {
  const chain: Uint8Array[] = [];
  let next: X509Certificate | undefined = socket.getPeerX509Certificate();
  for (; next && chain.length < MOST; next = next.issuerCertificate) chain.push(new Uint8Array(next.raw));
  return chain;
}
