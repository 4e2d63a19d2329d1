import type { Certificate } from '../x509/certificate.ts';

/** More than these of a kind no certificate needs; a hostile one could name thousands. */
const MAX_ADDRESSES = 3;

/** Where a certificate says that its issuer's can be had; http and https only. */
export function issuerAddresses({ extensions }: Certificate): readonly string[] {
  return webAddresses(extensions.authorityInfoAccess?.caIssuers);
}

export function ocspAddresses({ extensions }: Certificate): readonly string[] {
  return webAddresses(extensions.authorityInfoAccess?.ocsp);
}

export function crlAddresses({ extensions }: Certificate): readonly string[] {
  return webAddresses(extensions.crlDistributionPoints);
}

/** LDAP and the like are left out, and what would not be shown as it is asked. */
function webAddresses(urls: readonly string[] = []): readonly string[] {
  return [...new Set(urls)].filter((url) => hostOf(url) !== undefined).slice(0, MAX_ADDRESSES);
}

/** Host and port of an http or https address; undefined for any other. */
export function hostOf(url: string): string | undefined {
  if (!/^https?:\/\/[^\s/?#@]/i.test(url) || /[^\x21-\x7e]/.test(url)) return undefined;
  try {
    const { host, username, password } = new URL(url);
    return username || password ? undefined : host;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
