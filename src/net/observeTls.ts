import { createSecureContext, type SecureContext } from 'node:tls';
import type { ObservedAnswer, ObservedTls } from '../core/served/observation.ts';
import { connect, type Endpoint, type Lookup } from './connect.ts';
import type { Deadline } from './deadline.ts';
import { exchange } from './exchange.ts';
import { observedFailure } from './observedFailure.ts';
import { proxyFor, type ProxyOptions, tunnel } from './proxy.ts';
import { handshake } from './secure.ts';
import { sentChain } from './sentChain.ts';

export interface LookOptions {
  readonly deadline: Deadline;
  readonly proxy?: ProxyOptions | undefined;
  readonly lookup?: Lookup | undefined;
}

let context: SecureContext | undefined;

/**
 * Everything that servers may still speak, so that a server that speaks only what is withdrawn can be told as such; and no
 * trusted CA, so that OpenSSL judges nothing and completes nothing: that is the validator's work.
 */
function lookingContext(): SecureContext {
  // BoringSSL (desktop VS Code) knows no security levels, and has nothing to lower
  const onBoringSsl = 'openssl_is_boringssl' in process.features && Boolean(process.features.openssl_is_boringssl);
  const ciphers = onBoringSsl ? {} : { ciphers: 'DEFAULT:@SECLEVEL=0' };
  return (context ??= createSecureContext({ ca: [], minVersion: 'TLSv1', ...ciphers }));
}

/** One handshake, and `HEAD /` on the same connection. @throws NetError `cancelled` */
export async function observeTls(
  target: Endpoint,
  { deadline, proxy: proxies, lookup }: LookOptions,
): Promise<{ readonly tls: ObservedTls; readonly https: ObservedAnswer | null }> {
  const { host, port } = target;
  let tls: ObservedTls = { protocol: null, cipher: null, certificates: [], failure: null };
  try {
    const proxy = proxyFor(target, 'https', proxies);
    const socket = await (proxy ? tunnel(proxy, target, deadline, lookup) : connect(target, 'any', deadline, lookup));
    const secured = await handshake(socket, host, deadline, { secureContext: lookingContext() }, (connection) => {
      const certificates = sentChain(connection).map((der) => Buffer.from(der).toString('base64'));
      tls = { protocol: connection.getProtocol(), cipher: connection.getCipher().name, certificates, failure: null };
      return connection;
    });
    const url = new URL(`https://${host.includes(':') ? `[${host}]` : host}:${port}/`);
    return {
      tls,
      https: await observeAnswer(() => exchange(secured, headRequest(url), '/', { deadline, maxBytes: 0 })),
    };
  } catch (error) {
    return { tls: { ...tls, failure: observedFailure(error) }, https: null };
  }
}

function headRequest(url: URL) {
  return { url, method: 'HEAD', headers: {}, body: undefined } as const;
}

async function observeAnswer(ask: () => ReturnType<typeof exchange>): Promise<ObservedAnswer> {
  try {
    const { status, headers } = await ask();
    // several headers come joined; browsers take the first (RFC 6797 §8.1)
    return { status, hsts: headers['strict-transport-security'] ?? null, failure: null };
  } catch (error) {
    return { status: null, hsts: null, failure: observedFailure(error) };
  }
}
