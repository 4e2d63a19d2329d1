import { NetError } from './netError.ts';

/** @throws NetError `badUrl` for anything but http and https, and for user names and passwords, which would end up in logs */
export function parseUrl(address: string, base?: URL): URL {
  let url: URL;
  try {
    url = new URL(address, base);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new NetError('badUrl', { reason: 'ERR_INVALID_URL' });
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new NetError('badUrl', { reason: url.protocol });
  if (url.username || url.password) throw new NetError('badUrl', { reason: 'credentials', host: hostOf(url) });
  return url;
}

/** Null for what leads nowhere. A user name and a password in it are left out. */
export function absoluteUrl(address: string | undefined, base: URL): string | null {
  if (address === undefined) return null;
  try {
    const url = new URL(address, base);
    url.username = '';
    url.password = '';
    return parseUrl(url.href).href;
  } catch (error) {
    if (error instanceof NetError || error instanceof TypeError) return null;
    throw error;
  }
}

/** Host name or IP address without brackets. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

/** The port, said or not. */
export function portOf(url: URL): number {
  return Number(url.port || (url.protocol === 'https:' ? 443 : 80));
}
