import { ClientRequest } from 'node:http';
import type { Socket } from 'node:net';
import type { Deadline } from './deadline.ts';
import { connect, type Endpoint, type Lookup } from './connect.ts';
import { asNetError, NetError } from './netError.ts';

export interface ProxyOptions {
  /** `http://[user:password@]host[:port]` */
  readonly url: string;
  /** another one for addresses with http://, null for none there; @default url */
  readonly plainUrl?: string | null;
  /** value of `Proxy-Authorization`; without it made of the URL's user and password */
  readonly authorization?: string;
  /** hosts that are reached without it: `acme.com` and `.acme.com` with all below, `host:port`, `*` */
  readonly noProxy?: readonly string[];
}

export interface Proxy extends Endpoint {
  readonly authorization: string | undefined;
}

export type Scheme = 'http' | 'https';

/** Does a proxy lead to this host? */
export function isProxied(
  target: Endpoint,
  scheme: Scheme,
  options: ProxyOptions | undefined,
): options is ProxyOptions {
  return (
    options !== undefined &&
    urlFor(scheme, options) !== null &&
    !(options.noProxy ?? []).some((pattern) => excepts(pattern, target))
  );
}

function urlFor(scheme: Scheme, { url, plainUrl = url }: ProxyOptions): string | null {
  return scheme === 'http' ? plainUrl : url;
}

/**
 * The proxy that leads to a host, or undefined where none does.
 * @throws NetError `proxy` for an address that is none
 */
export function proxyFor(target: Endpoint, scheme: Scheme, options: ProxyOptions | undefined): Proxy | undefined {
  if (!isProxied(target, scheme, options)) return undefined;
  const url = parseProxyUrl(urlFor(scheme, options) ?? '');
  const user = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || 80),
    authorization:
      options.authorization ?? (user === ':' ? undefined : `Basic ${Buffer.from(user, 'utf8').toString('base64')}`),
  };
}

function parseProxyUrl(text: string): URL {
  let url: URL;
  try {
    url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`);
    decodeURIComponent(url.username + url.password);
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof URIError)) throw error;
    throw new NetError('proxy', { phase: 'proxy', reason: 'ERR_INVALID_URL' }); // no cause: it holds the password
  }
  if (url.protocol !== 'http:')
    throw new NetError('proxy', { phase: 'proxy', reason: url.protocol, host: url.hostname });
  return url;
}

function excepts(pattern: string, { host, port }: Endpoint): boolean {
  const text = pattern.trim().toLowerCase();
  if (text === '*') return true;
  const match = /^(?:\*?\.)?(\[[0-9a-f:.]+\]|[^:]+|[0-9a-f:.]+?)(?::(\d+))?$/.exec(text);
  const name = match?.[1]?.replace(/^\[|\]$/g, '');
  if (!name || (match?.[2] !== undefined && Number(match[2]) !== port)) return false;
  const asked = host.toLowerCase().replace(/\.$/, '');
  return asked === name || asked.endsWith(`.${name}`);
}

/**
 * A way through an HTTP proxy to a host and port, by `CONNECT` (RFC 9110 §9.3.6). The proxy itself may have any address.
 * @throws NetError `proxy` where it says no, or what `connect` throws, with phase `proxy`
 */
export async function tunnel(proxy: Proxy, target: Endpoint, deadline: Deadline, ask?: Lookup): Promise<Socket> {
  const socket = await connectToProxy(proxy, deadline, ask);
  const authority = `${target.host.includes(':') ? `[${target.host}]` : target.host}:${target.port}`;
  return deadline.step('proxy', (resolve, reject) => {
    const request = new ClientRequest({
      method: 'CONNECT',
      path: authority,
      headers: { Host: authority, ...authorizationOf(proxy) },
      createConnection: () => socket,
    });
    const fail = (error: NetError): void => {
      socket.destroy();
      reject(error);
    };
    request.once('connect', ({ statusCode = 0 }, tunnelled: Socket, head: Buffer) => {
      if (statusCode < 200 || statusCode > 299) {
        fail(new NetError('proxy', { phase: 'proxy', host: proxy.host, status: statusCode }));
        return;
      }
      if (head.length > 0) tunnelled.unshift(head);
      resolve(tunnelled);
    });
    request.once('response', ({ statusCode = 0 }) =>
      fail(new NetError('proxy', { phase: 'proxy', host: proxy.host, status: statusCode })),
    );
    request.on('error', (error) => fail(asProxyError(error, proxy)));
    request.end();
    return () => socket.destroy();
  });
}

/** The connection to the proxy itself; what fails there is the proxy's. */
export async function connectToProxy(proxy: Proxy, deadline: Deadline, ask?: Lookup): Promise<Socket> {
  try {
    return await connect(proxy, 'any', deadline, ask);
  } catch (error) {
    throw asProxyError(error, proxy);
  }
}

export function authorizationOf({ authorization }: Proxy): { readonly 'Proxy-Authorization'?: string } {
  return authorization === undefined ? {} : { 'Proxy-Authorization': authorization };
}

function asProxyError(error: unknown, { host }: Proxy): NetError {
  const known = asNetError(error, 'proxy', host);
  if (known.code === 'cancelled' || known.code === 'timeout') return known;
  return new NetError('proxy', { phase: 'proxy', host, reason: known.reason ?? known.code, cause: error });
}
