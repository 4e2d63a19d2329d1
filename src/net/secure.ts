import { X509Certificate } from 'node:crypto';
import { isIP, type Socket } from 'node:net';
import * as tls from 'node:tls';
import { ignore } from './connect.ts';
import type { Deadline } from './deadline.ts';
import { asNetError, NetError } from './netError.ts';
import { sentChain } from './sentChain.ts';
import { trustedContext } from './trustedContext.ts';

/**
 * TLS over a connection, to a server that proves to be `host` with a certificate of a trusted CA. Nothing is sent before.
 *
 * @param extraCa DER of CA certificates to be trusted as well
 * @throws NetError `tls` with the certificates that were sent; `reset`, `timeout`, `cancelled`
 */
export async function secure(
  socket: Socket,
  host: string,
  deadline: Deadline,
  extraCa?: readonly Uint8Array[],
): Promise<tls.TLSSocket> {
  const secureContext = trustedContext(extraCa);
  return handshake(socket, host, deadline, { ...(secureContext && { secureContext }) }, (secured) => {
    const certificates = sentChain(secured);
    const reason = secured.authorized ? mismatch(certificates[0], host) : String(secured.authorizationError);
    if (reason !== undefined) throw new NetError('tls', { phase: 'tls', host, reason, certificates });
    return secured;
  });
}

/**
 * Shakes hands whatever the certificate is, and lets `judge` decide at once; the connection ends where that throws.
 *
 * `early` sees the connection once the server has said all that it says first, certificates included: up to TLS 1.2 a server that
 * wants a certificate of the visitor, too, then ends it. What `keylog` brings, which are secrets, goes nowhere.
 *
 * Node itself would ask `getPeerCertificate(true)` for the name check, which ends the process for certificates with keys on
 * some curves: it gets an empty answer, and `judge` looks at the name.
 */
export function handshake<T>(
  socket: Socket,
  host: string,
  deadline: Deadline,
  options: tls.ConnectionOptions,
  judge: (secured: tls.TLSSocket) => T,
  early?: (secured: tls.TLSSocket) => void,
): Promise<T> {
  return deadline.step('tls', (resolve, reject) => {
    const secured = tls.connect({
      socket,
      ...(isIP(host) === 0 && { servername: host }),
      ALPNProtocols: ['http/1.1'],
      ...options,
      rejectUnauthorized: false,
      checkServerIdentity: () => undefined,
    });
    secured.getPeerCertificate = () => ({}) as tls.DetailedPeerCertificate;
    const fail = (error: unknown): void => {
      secured.on('error', ignore);
      secured.destroy();
      socket.destroy();
      reject(error);
    };
    if (early)
      secured.on('keylog', (line: Buffer) => {
        if (!line.toString('latin1').startsWith('CLIENT_RANDOM ')) return;
        try {
          early(secured);
        } catch (error) {
          process.nextTick(fail, error); // OpenSSL is in the middle of the handshake
        }
      });
    const onError = (error: Error): void => fail(asNetError(error, 'tls', host));
    const onClose = (): void => fail(new NetError('reset', { phase: 'tls', host }));
    secured.once('error', onError);
    secured.once('close', onClose);
    secured.once('secureConnect', () => {
      secured.off('error', onError);
      secured.off('close', onClose);
      secured.on('error', ignore);
      try {
        resolve(judge(secured));
      } catch (error) {
        fail(error);
      }
    });
    return () => fail(new NetError('cancelled', { phase: 'tls', host }));
  });
}

/** RFC 9525 §6: names and addresses of the subjectAltName only. */
function mismatch(der: Uint8Array | undefined, host: string): string | undefined {
  if (!der) return 'ERR_TLS_NO_CERTIFICATE';
  const certificate = new X509Certificate(der);
  const matched =
    isIP(host) === 0
      ? certificate.checkHost(host.replace(/\.$/, ''), { subject: 'never', wildcards: true, partialWildcards: false })
      : certificate.checkIP(host);
  return matched === undefined ? 'ERR_TLS_CERT_ALTNAME_INVALID' : undefined;
}
