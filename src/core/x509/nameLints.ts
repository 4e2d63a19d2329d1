import { domainToASCII } from 'node:url';
import type { Certificate } from './certificate.ts';
import { isHostName, normaliseDomain } from './domains.ts';
import { isTooWide } from './hostnames.ts';
import { isInternalName } from './internalNames.ts';
import { formatIp, parseIp } from './ipAddress.ts';
import type { LintCode } from './lints.ts';
import { COMMON_NAME } from './oids.ts';

/** What is asked of the names of a server's own certificate. */
export function nameLints({ subject, extensions }: Certificate): LintCode[] {
  const alternative = extensions.subjectAltNames;
  if (!alternative) return ['noSubjectAltName'];
  const codes: LintCode[] = [];
  if (alternative.critical && subject.attributes.length > 0) codes.push('criticalSubjectAltName');
  const dns = alternative.names.filter(({ kind }) => kind === 'dns').map(({ value }) => value);
  const others = alternative.names.some(({ kind }) => kind !== 'dns' && kind !== 'ip');
  if (others || !dns.every(isCertifiable)) codes.push('subjectAltNameForm');
  if (alternative.names.some(isInternalName)) codes.push('internalName');
  if (dns.some(isTooWide)) codes.push('wildcardOnPublicSuffix');
  const addresses = alternative.names.filter(({ kind }) => kind === 'ip').map(({ value }) => value);
  const commonNames = subject.attributes.filter(({ oid }) => oid === COMMON_NAME);
  return [...codes, ...commonNames.flatMap(({ value }) => commonNameLint(value, dns, addresses) ?? [])];
}

/** A host name without underscores, which names in certificates lost in 2019, perhaps with `*.` in front. */
function isCertifiable(name: string): boolean {
  return isHostName(name.replace(/^\*\./, '')) && !name.includes('_');
}

function commonNameLint(
  commonName: string,
  dns: readonly string[],
  addresses: readonly string[],
): LintCode | undefined {
  if (dns.includes(commonName) || addresses.includes(commonName)) return undefined;
  const ip = parseIp(commonName) ?? parseIp(domainToASCII(commonName));
  const same = ip ? formatIp(ip) : normaliseDomain(commonName, { wildcard: true })?.ascii;
  if (same !== undefined && [...dns, ...addresses].some((name) => name.toLowerCase() === same)) return 'commonNameForm';
  const beside = !ip && isHostName(commonName) && (dns.length === 0 || dns.includes(`*.${commonName}`));
  return beside ? 'commonNameBesideSan' : 'commonNameNotInSan';
}
