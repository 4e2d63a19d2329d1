import {
  type ConnectionOptions,
  createSecureContext,
  type SecureContext,
  type SecureContextOptions,
  type TLSSocket,
} from 'node:tls';
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

const contexts = new Map<string, SecureContext>();

// BoringSSL (desktop VS Code) knows neither security levels nor curves that browsers do not take
const onBoringSsl = 'openssl_is_boringssl' in process.features && Boolean(process.features.openssl_is_boringssl);

/**
 * Everything that servers may still speak, so that a server that speaks only what is withdrawn can be told as such; and no
 * trusted CA, so that OpenSSL judges nothing and completes nothing: that is the validator's work.
 */
function lookingContext(options: SecureContextOptions = {}): SecureContext {
  const key = JSON.stringify(options);
  const known = contexts.get(key);
  if (known) return known;
  const ciphers = onBoringSsl ? {} : { ciphers: 'DEFAULT:@SECLEVEL=0' };
  const context = createSecureContext({ ca: [], minVersion: 'TLSv1', ...ciphers, ...options });
  contexts.set(key, context);
  return context;
}

/** For keys on curves that no browser takes; TLS 1.3 has none of them. */
const RARE_CURVES: SecureContextOptions = {
  maxVersion: 'TLSv1.2',
  ecdhCurve: 'P-256:P-384:P-521:secp256k1:brainpoolP256r1:brainpoolP384r1:brainpoolP512r1',
};

/** One handshake, and `HEAD /` on the same connection where that speaks HTTP/1.1. @throws NetError `cancelled` */
export async function observeTls(
  target: Endpoint,
  { deadline, proxy: proxies, lookup }: LookOptions,
): Promise<{ readonly tls: ObservedTls; readonly https: ObservedAnswer | null }> {
  const { host, port } = target;
  let tls: ObservedTls = NOTHING;
  const see = (connection: TLSSocket): TLSSocket => {
    if (tls.certificates.length > 0) return connection;
    const certificates = sentChain(connection).map((der) => Buffer.from(der).toString('base64'));
    tls = { protocol: connection.getProtocol(), cipher: connection.getCipher().name, certificates, failure: null };
    return connection;
  };
  const look = async (options: ConnectionOptions): Promise<TLSSocket> => {
    const proxy = proxyFor(target, 'https', proxies);
    const socket = await (proxy ? tunnel(proxy, target, deadline, lookup) : connect(target, 'any', deadline, lookup));
    return handshake(socket, host, deadline, { secureContext: lookingContext(), ...options }, see, see);
  };
  try {
    const secured = await look({}).catch(async (error: unknown) => {
      if (!endsWith(error, 'ALERT_NO_APPLICATION_PROTOCOL')) throw error;
      // browsers offer HTTP/2, too: a server that speaks nothing else serves its certificate all the same
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
    const failure = observedFailure(error);
    // the server has shown its certificates, and found fault with what the visitor sent
    if (tls.certificates.length > 0 && failure.code === 'tls' && failure.reason?.includes('_ALERT_'))
      return { tls, https: { status: null, hsts: null, location: null, failure } };
    if (endsWith(error, 'ALERT_HANDSHAKE_FAILURE') && !onBoringSsl)
      await look({ secureContext: lookingContext(RARE_CURVES) }).catch(observedFailure);
    return { tls: { ...NOTHING, certificates: tls.certificates, failure }, https: null };
  }
}

const NOTHING: ObservedTls = { protocol: null, cipher: null, certificates: [], failure: null };

function endsWith(error: unknown, reason: string): boolean {
  return error instanceof NetError && (error.reason?.endsWith(reason) ?? false);
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
