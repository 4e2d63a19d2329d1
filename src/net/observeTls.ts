import { type ConnectionOptions, createSecureContext, type SecureContext, type TLSSocket } from 'node:tls';
import type { ObservedAnswer, ObservedTls } from '../core/served/observation.ts';
import { connect, type Endpoint, type Lookup } from './connect.ts';
import type { Deadline } from './deadline.ts';
import { exchange } from './exchange.ts';
import { NetError } from './netError.ts';
import { observedFailure } from './observedFailure.ts';
import { proxyFor, type ProxyOptions, tunnel } from './proxy.ts';
import { redirectTarget } from './redirect.ts';
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

/** One handshake, and `HEAD /` on the same connection where that speaks HTTP/1.1. @throws NetError `cancelled` */
export async function observeTls(
  target: Endpoint,
  { deadline, proxy: proxies, lookup }: LookOptions,
): Promise<{ readonly tls: ObservedTls; readonly https: ObservedAnswer | null }> {
  const { host, port } = target;
  let tls: ObservedTls = { protocol: null, cipher: null, certificates: [], failure: null };
  try {
    const proxy = proxyFor(target, 'https', proxies);
    const look = async (options: ConnectionOptions): Promise<TLSSocket> => {
      const socket = await (proxy ? tunnel(proxy, target, deadline, lookup) : connect(target, 'any', deadline, lookup));
      const all = { secureContext: lookingContext(), ...options };
      return handshake(socket, host, deadline, all, (connection) => {
        const certificates = sentChain(connection).map((der) => Buffer.from(der).toString('base64'));
        tls = { protocol: connection.getProtocol(), cipher: connection.getCipher().name, certificates, failure: null };
        return connection;
      });
    };
    const secured = await look({}).catch(async (error: unknown) => {
      if (!wantsHttp2(error)) throw error;
      await look({ ALPNProtocols: ['h2'] });
      return null;
    });
    if (!secured) return { tls, https: null };
    const url = new URL(`https://${host.includes(':') ? `[${host}]` : host}:${port}/`);
    return {
      tls,
      https: await observeAnswer(url, () => exchange(secured, headRequest(url), '/', { deadline, maxBytes: 0 })),
    };
  } catch (error) {
    return { tls: { ...tls, failure: observedFailure(error) }, https: null };
  }
}

/** Browsers offer HTTP/2 too: a server that speaks nothing else serves its certificate all the same. */
function wantsHttp2(error: unknown): boolean {
  return error instanceof NetError && (error.reason?.endsWith('ALERT_NO_APPLICATION_PROTOCOL') ?? false);
}

function headRequest(url: URL) {
  return { url, method: 'HEAD', headers: {}, body: undefined } as const;
}

async function observeAnswer(url: URL, ask: () => ReturnType<typeof exchange>): Promise<ObservedAnswer> {
  try {
    const { status, headers, rawHeaders } = await ask();
    const hsts = firstOf('strict-transport-security', rawHeaders) ?? null;
    return { status, hsts, location: redirectTarget({ status, headers }, url), failure: null };
  } catch (error) {
    return { status: null, hsts: null, location: null, failure: observedFailure(error) };
  }
}

/** Of several headers browsers take the first one (RFC 6797 §8.1). */
function firstOf(name: string, rawHeaders: readonly string[]): string | undefined {
  const at = rawHeaders.findIndex((one, i) => i % 2 === 0 && one.toLowerCase() === name);
  return at < 0 ? undefined : rawHeaders[at + 1];
}
