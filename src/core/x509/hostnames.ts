import { getPublicSuffix } from 'tldts-icann';
import { bytesEqual } from '../asn1/values.ts';
import type { Certificate, GeneralName } from './certificate.ts';
import { isHostName, normaliseDomain } from './domains.ts';
import { parseIp } from './ipAddress.ts';
import { COMMON_NAME } from './oids.ts';

export { type Domain, normaliseDomain } from './domains.ts';

/** Does a certificate speak for a domain, by which of its names, or why not and which name comes nearest. */
export type NameMatch =
  | { readonly matched: true; readonly by: string }
  | { readonly matched: false; readonly nearest?: string; readonly reason: NameMissReason };

export type NameMissReason =
  /** `domain` is neither a host name nor an IP address */
  | 'invalidDomain'
  /** the certificate names no host at all */
  | 'noNames'
  /** only the subject's CN has this name, and nobody looks there: `nearest` */
  | 'onlyCommonName'
  /** the wildcard `nearest` stands for one label, the domain has more there */
  | 'oneLabelTooMany'
  /** the wildcard `nearest` does not cover its own base */
  | 'apex'
  /** the wildcard `nearest` spans everybody's domains (`*.co.uk`): no client takes it */
  | 'publicSuffix'
  /** the pattern `nearest` has its star elsewhere than as the whole first label */
  | 'badWildcard'
  /** the name is in the certificate, but in a place or a form that no client accepts: `nearest` */
  | 'malformedName'
  /** the IP address is in a dNSName, where it does not count: `nearest` */
  | 'ipAsDnsName'
  | 'ipNotListed'
  /** other names of the same registered domain are covered: `nearest` */
  | 'otherHost'
  | 'otherDomain';

/**
 * Matches one domain against the certificate's subjectAltName: exact names, a whole left-most label as wildcard, IP
 * addresses only among iPAddress. The subject's CN never counts. No network, no search list.
 *
 * @param domain as people write it (see `normaliseDomain`)
 * @see RFC 9525 §6
 */
export function matchName(domain: string, certificate: Certificate): NameMatch {
  const asked = normaliseDomain(domain)?.ascii;
  if (asked === undefined) return { matched: false, reason: 'invalidDomain' };
  const names = certificate.extensions.subjectAltNames?.names ?? [];
  const ip = parseIp(asked);
  if (ip) return matchIp(asked, ip, names, certificate);

  const presented = names.filter((name) => name.kind === 'dns').map((name) => name.value);
  const by = presented.find((name) => covers(name, asked) && !isTooWide(name));
  return by === undefined ? missOf(asked, presented, names, certificate) : { matched: true, by };
}

function matchIp(asked: string, ip: Uint8Array, names: readonly GeneralName[], certificate: Certificate): NameMatch {
  const by = names.find((name) => name.kind === 'ip' && name.bytes !== undefined && bytesEqual(name.bytes, ip));
  if (by) return { matched: true, by: by.value };
  const asText = names.find((name) => name.kind === 'dns' && name.value === asked);
  if (asText) return { matched: false, nearest: asText.value, reason: 'ipAsDnsName' };
  return commonNameThat(certificate, (value) => value === asked)
    ? { matched: false, nearest: asked, reason: 'onlyCommonName' }
    : { matched: false, reason: 'ipNotListed' };
}

/** RFC 9525 §6.3; whether the wildcard spans a public suffix is asked apart. */
function covers(presented: string, asked: string): boolean {
  const name = presented.toLowerCase();
  if (!name.startsWith('*.')) return name === asked && isHostName(name);
  const base = name.slice(2);
  const dot = asked.indexOf('.');
  return dot > 0 && asked.slice(dot + 1) === base && isHostName(base);
}

/** A wildcard directly below a public suffix of the ICANN part of the list, a single label included. */
export function isTooWide(presented: string): boolean {
  if (!presented.startsWith('*')) return false;
  const base = presented.slice(2).toLowerCase();
  return !base.includes('.') || getPublicSuffix(base) === base;
}

function missOf(
  asked: string,
  presented: readonly string[],
  names: readonly GeneralName[],
  certificate: Certificate,
): NameMatch {
  for (const [reason, test] of MISSES) {
    // of several the longest says most
    const nearest = longest(presented.filter((name) => test(name.toLowerCase(), asked)));
    if (nearest !== undefined) return { matched: false, nearest, reason };
  }
  const commonName = commonNameThat(certificate, (value) => covers(value, asked) && !isTooWide(value));
  if (commonName) return { matched: false, nearest: commonName.value, reason: 'onlyCommonName' };
  if (!names.some(({ kind }) => kind === 'dns' || kind === 'ip')) return { matched: false, reason: 'noNames' };
  const nearest = nearestOf(asked, presented);
  if (nearest === undefined) return { matched: false, reason: 'otherDomain' };
  if (!isHostName(nearest.replace(/^\*\./, '')))
    return { matched: false, nearest, reason: nearest.includes('*') ? 'badWildcard' : 'malformedName' };
  const sibling = sharedLabels(nearest, asked) > suffixLabels(asked);
  return { matched: false, nearest, reason: sibling ? 'otherHost' : 'otherDomain' };
}

function commonNameThat({ subject }: Certificate, test: (value: string) => boolean): { value: string } | undefined {
  return subject.attributes.find(({ oid, value }) => oid === COMMON_NAME && test(value));
}

function longest(names: readonly string[]): string | undefined {
  return names.reduce<string | undefined>((best, name) => (name.length > (best?.length ?? 0) ? name : best), undefined);
}

/** Why a presented name (lower case) does not cover what it seems to, the plainest reason first. */
const MISSES: readonly (readonly [NameMissReason, (name: string, asked: string) => boolean])[] = [
  ['apex', (name, asked) => name === `*.${asked}`],
  ['oneLabelTooMany', (name, asked) => name.startsWith('*.') && !isTooWide(name) && asked.endsWith(name.slice(1))],
  ['publicSuffix', (name, asked) => isTooWide(name) && (name === '*' || asked.endsWith(name.slice(1)))],
  ['badWildcard', fitsStar],
  [
    'malformedName',
    (name, asked) => normaliseDomain(name)?.ascii === asked || partsOf(name).some((part) => part === asked),
  ],
];

/** Hosts in what is more than a host: an address with scheme, port or path, a list, a dot or a space too many. */
function partsOf(name: string): readonly string[] {
  return name
    .replace(/^[a-z]+:\/\//, '')
    .split(/[^a-z0-9_.*-]+/)
    .map((part) => part.replace(/^\.|\.$/g, ''));
}

/** Would one star, standing for any characters of a label, make the name fit? */
function fitsStar(name: string, asked: string): boolean {
  const [head, tail, ...more] = name.split('*');
  if (head === undefined || tail === undefined || more.length > 0) return false;
  const star = asked.slice(head.length, asked.length - tail.length);
  return asked === head + star + tail && !star.includes('.');
}

/** The presented name that shares the most labels with the one asked for, counted from the right; at least one. */
function nearestOf(asked: string, presented: readonly string[]): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const name of presented) {
    const shared = sharedLabels(name.toLowerCase(), asked);
    if (shared > most) [best, most] = [name, shared];
  }
  return best ?? presented[0];
}

function sharedLabels(a: string, b: string): number {
  const left = a.split('.');
  const right = b.split('.');
  let shared = 0;
  while (shared < left.length && shared < right.length && left.at(-1 - shared) === right.at(-1 - shared)) shared++;
  return shared;
}

function suffixLabels(domain: string): number {
  return (getPublicSuffix(domain) ?? '').split('.').length;
}
