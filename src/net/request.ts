import { isIP } from 'node:net';
import { type AddressPolicy, addressScope, isLocalName } from './addresses.ts';
import { connect, type Endpoint, type Lookup } from './connect.ts';
import { Deadline } from './deadline.ts';
import { exchange, type Response } from './exchange.ts';
import { NetError } from './netError.ts';
import { authorizationOf, connectToProxy, proxyFor, type ProxyOptions, tunnel } from './proxy.ts';
import { nextHop, type Hop, type RedirectPolicy } from './redirect.ts';
import { secure } from './secure.ts';
import { hostOf, parseUrl, portOf } from './url.ts';

export interface RequestOptions {
  /** @default 'GET' */
  readonly method?: 'GET' | 'HEAD' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** milliseconds, for everything from the look-up of the name to the last byte of the last redirect's answer */
  readonly timeout: number;
  /** bytes of the decoded body */
  readonly maxBytes: number;
  /** of a body that is too long, too slow or broken as much is taken as there is; @default false */
  readonly cut?: boolean;
  /** redirects that are followed; at 0 the redirect itself is the answer. @default 0 */
  readonly maxRedirects?: number;
  /** asked before each; where it says no the redirect itself is the answer */
  readonly allowRedirect?: RedirectPolicy;
  readonly signal?: AbortSignal;
  /** DER of CA certificates that TLS trusts besides the runtime's and the system's */
  readonly extraCa?: readonly Uint8Array[];
  /** whom to connect to. Behind a proxy, which resolves names itself, it holds for literal addresses and local names. */
  readonly addresses: AddressPolicy;
  readonly proxy?: ProxyOptions;
  /** @default the system's resolver */
  readonly lookup?: Lookup;
}

/**
 * One HTTP or HTTPS request, bounded in time and size; each connection is new and ends with its answer. Across a redirect to
 * another origin go only headers that say nothing of the sender.
 *
 * @throws NetError
 * @see RFC 9110, RFC 9112
 */
export async function request(address: string, options: RequestOptions): Promise<Response> {
  let hop: Hop = {
    url: parseUrl(address),
    method: options.method ?? 'GET',
    headers: options.headers ?? {},
    body: options.body,
  };
  const deadline = new Deadline(hostOf(hop.url), options.timeout, options.signal);
  try {
    for (let redirects = 0; ; redirects++) {
      const response = await once(hop, options, deadline);
      if (!options.maxRedirects) return response;
      const next = nextHop(hop, response, options.allowRedirect);
      if (!next) return response;
      if (redirects === options.maxRedirects) throw new NetError('tooManyRedirects', { host: hostOf(hop.url) });
      hop = next;
    }
  } finally {
    deadline.dispose();
  }
}

async function once(hop: Hop, options: RequestOptions, deadline: Deadline): Promise<Response> {
  const { url } = hop;
  const target: Endpoint = { host: hostOf(url), port: portOf(url) };
  const proxy = proxyFor(target, url.protocol === 'https:' ? 'https' : 'http', options.proxy);
  if (proxy) refuseLocal(target.host, options.addresses);
  const plain = await (!proxy
    ? connect(target, options.addresses, deadline, options.lookup)
    : url.protocol === 'https:'
      ? tunnel(proxy, target, deadline, options.lookup)
      : connectToProxy(proxy, deadline, options.lookup));
  const socket = url.protocol === 'https:' ? await secure(plain, target.host, deadline, options.extraCa) : plain;
  const direct = !proxy || url.protocol === 'https:';
  return exchange(socket, hop, direct ? `${url.pathname}${url.search}` : url.href.replace(/#.*$/, ''), {
    deadline,
    maxBytes: options.maxBytes,
    cut: options.cut ?? false,
    headers: direct ? {} : authorizationOf(proxy),
  });
}

function refuseLocal(host: string, policy: AddressPolicy): void {
  if (policy === 'any') return;
  if (isIP(host) !== 0 ? addressScope(host) !== 'public' : isLocalName(host))
    throw new NetError('addressForbidden', { phase: 'proxy', host, reason: host });
}
