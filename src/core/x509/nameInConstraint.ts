import type { GeneralName } from './certificate.ts';
import { parseIp } from './ipAddress.ts';
import { isWithinName } from './names.ts';

/**
 * Does a subtree hold a name of the same kind? For `excluded` a wildcard is held as soon as one name that it stands for is.
 * Forms that can't be compared (otherName and the like) are held by what excludes them and by nothing that permits.
 *
 * @see RFC 5280 §4.2.1.10
 */
export function constraintCovers(constraint: GeneralName, name: GeneralName, use: 'permitted' | 'excluded'): boolean {
  switch (name.kind) {
    case 'dns':
      return dnsWithin(constraint.value.toLowerCase(), name.value.toLowerCase(), use);
    case 'email':
      return emailWithin(constraint.value, name.value);
    case 'uri': {
      const host = uriHost(name.value);
      return host !== undefined && hostWithin(constraint.value.toLowerCase(), host);
    }
    case 'ip':
      return ipWithin(constraint.bytes, name.bytes);
    case 'directory':
      return isWithinName(name.key ?? '', constraint.key ?? '');
    default:
      return use === 'excluded';
  }
}

/** Is the text of this name what its kind asks for? */
export function isWellFormed(name: GeneralName): boolean {
  switch (name.kind) {
    case 'dns':
      return /^(\*\.)?[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*$/i.test(name.value);
    case 'email':
      return /^[^@\s]+@[a-z0-9_.-]+$/i.test(name.value);
    case 'uri':
      return uriHost(name.value) !== undefined;
    case 'ip':
    case 'directory':
      return true;
    default:
      return false;
  }
}

/** Zero or more labels may be added on the left; a leading dot, which the RFC does not know, asks for one at least. */
function dnsWithin(base: string, name: string, use: 'permitted' | 'excluded'): boolean {
  if (base === '' || name === base || name.endsWith(base.startsWith('.') ? base : `.${base}`)) return true;
  // `*.example.com` stands for every `x.example.com`, the excluded `bar.example.com` among them
  const wildcard = use === 'excluded' && name.startsWith('*.') && !base.startsWith('.');
  return wildcard && base.includes('.') && base.slice(base.indexOf('.')) === name.slice(1);
}

/** A mailbox, all mailboxes of a host, or (leading dot) all of the hosts below a domain. */
function emailWithin(base: string, name: string): boolean {
  const at = name.lastIndexOf('@');
  if (!base.includes('@')) return at > 0 && hostWithin(base.toLowerCase(), name.slice(at + 1).toLowerCase());
  const split = base.lastIndexOf('@');
  return base.slice(0, split) === name.slice(0, at) && base.slice(split).toLowerCase() === name.slice(at).toLowerCase();
}

function hostWithin(base: string, host: string): boolean {
  return base === '' || (base.startsWith('.') ? host.endsWith(base) : host === base);
}

/** The host of a URI with an authority; undefined for none and for an IP address, which no constraint can hold. */
function uriHost(text: string): string | undefined {
  const host = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:@[\]]+)(?::\d*)?(?:[/?#]|$)/i
    .exec(text)?.[1]
    ?.toLowerCase();
  return host === undefined || parseIp(host) ? undefined : host;
}

function ipWithin(network: Uint8Array | undefined, address: Uint8Array | undefined): boolean {
  if (!network || !address || network.length !== address.length * 2) return false;
  return address.every((byte, i) => {
    const mask = network[address.length + i] ?? 0xff;
    return (byte & mask) === ((network[i] ?? 0) & mask);
  });
}
