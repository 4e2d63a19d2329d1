import type { ObservedHttp } from './observation.ts';

export type RedirectVerdict =
  /** a redirect leads to HTTPS of the same host */
  | 'https'
  /** … of another one */
  | 'httpsElsewhere'
  /** a page is given over plain HTTP */
  | 'none'
  /** … which goes on to HTTPS by itself (`<meta http-equiv="refresh">`) */
  | 'refresh'
  /** redirects without end, or to nowhere */
  | 'loop'
  /** an error is given, no page (status 400 and above) */
  | 'refused'
  /** nobody listens on port 80, or nothing can be told */
  | 'noAnswer';

/** Does plain HTTP lead to HTTPS? */
export function redirectVerdict({ hops, failure }: ObservedHttp, host: string): RedirectVerdict {
  const last = hops.at(-1);
  if (!last) return 'noAnswer';
  if (last.location !== null) {
    const to = new URL(last.location);
    if (to.protocol === 'https:') return to.hostname.replace(/^\[|\]$/g, '') === host ? 'https' : 'httpsElsewhere';
    return failure ? 'noAnswer' : 'loop';
  }
  if (last.refresh?.startsWith('https:')) return 'refresh';
  return last.status >= 400 ? 'refused' : 'none';
}
