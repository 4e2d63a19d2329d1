import { ClientRequest, type IncomingHttpHeaders } from 'node:http';
import { isIP, type Socket } from 'node:net';
import { type AddressPolicy, addressScope, isLocalName } from './addresses.ts';
import { readBody } from './body.ts';
import { connect, type Endpoint, type Lookup } from './connect.ts';
import { Deadline } from './deadline.ts';
import { asNetError, NetError } from './netError.ts';
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

export interface Response {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
  /** address that answered, behind all redirects */
  readonly url: string;
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
  const proxy = proxyFor(target, options.proxy);
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
    headers: direct ? {} : authorizationOf(proxy),
  });
}

interface Exchange {
  readonly deadline: Deadline;
  readonly maxBytes: number;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * One request and its answer over a connection, which ends with it. `ClientRequest` itself and not `http.request`: VS Code
 * replaces that one by another that opens connections of its own, past the address policy.
 */
function exchange(
  socket: Socket,
  hop: Hop,
  path: string,
  { deadline, maxBytes, headers }: Exchange,
): Promise<Response> {
  const host = hostOf(hop.url);
  return deadline.step('response', (resolve, reject) => {
    const fail = (error: NetError): void => {
      socket.destroy();
      reject(error);
    };
    const sent = new ClientRequest({
      method: hop.method,
      path,
      headers: {
        'Accept-Encoding': 'identity',
        ...hop.headers,
        ...headers,
        Host: hop.url.host,
        Connection: 'close',
        ...(hop.body && { 'Content-Length': String(hop.body.length) }),
      },
      createConnection: () => socket,
    });
    sent.on('error', (error) => fail(asNetError(error, 'response', host)));
    sent.once('upgrade', () => fail(new NetError('protocol', { phase: 'response', host, reason: 'upgrade' })));
    sent.once('response', (response) => {
      const done = (body: Uint8Array): void => {
        socket.destroy();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body, url: hop.url.href });
      };
      readBody(response, maxBytes, host, done, fail);
    });
    sent.end(hop.body);
    return () => socket.destroy();
  });
}

function refuseLocal(host: string, policy: AddressPolicy): void {
  if (policy === 'any') return;
  if (isIP(host) !== 0 ? addressScope(host) !== 'public' : isLocalName(host))
    throw new NetError('addressForbidden', { phase: 'proxy', host, reason: host });
}
