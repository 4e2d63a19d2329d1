import type { IncomingHttpHeaders } from 'node:http';
import { absoluteUrl, parseUrl } from './url.ts';

/** One request on the way through redirects. */
export interface Hop {
  readonly url: URL;
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | undefined;
}

export type RedirectPolicy = (from: URL, to: URL) => boolean;

/** Headers that may go on to another origin; all others might carry a credential. */
const PLAIN_HEADERS = new Set(['accept', 'accept-encoding', 'accept-language', 'content-type', 'user-agent']);

export interface Redirecting {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
}

const REDIRECTS = [301, 302, 303, 307, 308];

/**
 * Where an answer sends on to, or undefined where it is the last.
 * @throws NetError `badUrl` for a redirect to what can't be asked
 * @see RFC 9110 §15.4
 */
export function nextHop(hop: Hop, { status, headers }: Redirecting, allow?: RedirectPolicy): Hop | undefined {
  const { location } = headers;
  if (!REDIRECTS.includes(status) || location === undefined) return undefined;
  const url = parseUrl(location, hop.url);
  if (allow && !allow(hop.url, url)) return undefined;
  const toGet = hop.method === 'POST' && status < 307;
  const kept =
    url.origin === hop.url.origin
      ? hop.headers
      : Object.fromEntries(Object.entries(hop.headers).filter(([name]) => PLAIN_HEADERS.has(name.toLowerCase())));
  return { url, method: toGet ? 'GET' : hop.method, headers: kept, body: toGet ? undefined : hop.body };
}

/** The absolute address that an answer redirects to; null where it is no redirect, or leads nowhere. */
export function redirectTarget({ status, headers: { location } }: Redirecting, from: URL): string | null {
  return REDIRECTS.includes(status) ? absoluteUrl(location, from) : null;
}
