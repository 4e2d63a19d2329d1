import type { ProxyOptions } from '../net/proxy.ts';

/**
 * The proxies that `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` name, in capitals or not; undefined where there is none. As in
 * VS Code, `HTTP_PROXY` serves https:// addresses too where there is no other.
 */
export function environmentProxy(env: Readonly<Record<string, string | undefined>>): ProxyOptions | undefined {
  const read = (name: string): string | null => env[name.toLowerCase()]?.trim() || env[name]?.trim() || null;
  const plainUrl = read('HTTP_PROXY');
  const url = read('HTTPS_PROXY') ?? plainUrl;
  if (url === null) return undefined;
  return { url, plainUrl, noProxy: (read('NO_PROXY') ?? '').split(/[\s,]+/).filter(Boolean) };
}
