import { domainToASCII, domainToUnicode } from 'node:url';
import { formatIp, parseIp } from './ipAddress.ts';

export interface Domain {
  /** lower case, A-labels, without a trailing dot; an IP address in its canonical form */
  readonly ascii: string;
  /** the same as people read it: U-labels */
  readonly unicode: string;
}

/**
 * A host name or IP address as somebody types it, or undefined for what is neither. Case, spaces around it and one trailing
 * dot do not count; IDNA labels come in either form; underscores are taken, as in real zones.
 *
 * @param options `wildcard`: take `*.` in front as well
 * @see RFC 1123 §2.1, RFC 5891, UTS #46
 */
export function normaliseDomain(text: string, options: { readonly wildcard?: boolean } = {}): Domain | undefined {
  const trimmed = text.trim();
  const ip = parseIp(trimmed);
  if (ip) {
    const ascii = formatIp(ip) ?? trimmed;
    return { ascii, unicode: ascii };
  }
  const prefix = options.wildcard && trimmed.startsWith('*.') ? '*.' : '';
  const bare = trimmed.slice(prefix.length).replace(/[.。．。]$/, '');
  if (/[\s%/\\:?#@[\]<>^|]/.test(bare)) return undefined;
  // an A-label that does not decode (which some runtimes refuse) is still a name of the DNS
  const ascii = domainToASCII(bare) || (isHostName(bare) ? bare.toLowerCase() : '');
  // the URL rules turn `0x7f.1` and `1.2` into IP addresses: nobody means those
  if (!isHostName(ascii) || parseIp(ascii)) return undefined;
  const unicode = domainToUnicode(ascii);
  return { ascii: prefix + ascii, unicode: prefix + (unicode || ascii) };
}

/** Labels of letters, digits, hyphens and underscores, up to 63 characters each and 253 in all; not all of it a number. */
export function isHostName(ascii: string): boolean {
  const labels = ascii.split('.');
  return (
    ascii.length <= 253 &&
    labels.every((label) => /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/i.test(label)) &&
    !/^\d+$/.test(labels.at(-1) ?? '')
  );
}
