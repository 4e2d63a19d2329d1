import type { ObservedHop, ObservedHttp } from '../core/served/observation.ts';
import type { Endpoint, Lookup } from './connect.ts';
import { observedFailure } from './observedFailure.ts';
import type { ProxyOptions } from './proxy.ts';
import { request } from './request.ts';
import type { Response } from './exchange.ts';
import { redirectTarget } from './redirect.ts';
import { absoluteUrl } from './url.ts';

export interface HttpLookOptions {
  /** milliseconds in all */
  readonly timeout: number;
  readonly signal: AbortSignal | undefined;
  readonly proxy: ProxyOptions | undefined;
  readonly lookup: Lookup | undefined;
}

const MOST_HOPS = 5;
const MOST_BYTES = 65_536;

/** Follows plain HTTP until a redirect leads to HTTPS, or there is none. @throws NetError `cancelled` */
export async function observeHttp({ host, port }: Endpoint, options: HttpLookOptions): Promise<ObservedHttp> {
  const hops: ObservedHop[] = [];
  const until = performance.now() + options.timeout;
  let url = new URL(`http://${host.includes(':') ? `[${host}]` : host}:${port}/`);
  try {
    while (hops.length < MOST_HOPS) {
      const hop = hopOf(url, await get(url, Math.max(1, until - performance.now()), options));
      hops.push(hop);
      if (!hop.location?.startsWith('http:')) break;
      url = new URL(hop.location);
    }
    return { hops, failure: null };
  } catch (error) {
    return { hops, failure: observedFailure(error) };
  }
}

function get(url: URL, timeout: number, { signal, proxy, lookup }: HttpLookOptions): Promise<Response> {
  return request(url.href, {
    timeout,
    maxBytes: MOST_BYTES,
    cut: true,
    addresses: 'any',
    ...(signal && { signal }),
    ...(proxy && { proxy }),
    ...(lookup && { lookup }),
  });
}

function hopOf(url: URL, { status, headers, body }: Response): ObservedHop {
  const page = /html/i.test(headers['content-type'] ?? '') ? Buffer.from(body).toString('latin1') : '';
  const refresh = /<meta[^>]{0,200}http-equiv\s*=\s*["']?refresh["']?[^>]{0,1000}?url\s*=\s*["']?([^"'>\s;]{1,1000})/i;
  return {
    url: url.href,
    status,
    location: redirectTarget({ status, headers }, url),
    refresh: absoluteUrl(refresh.exec(page)?.[1], url),
  };
}
