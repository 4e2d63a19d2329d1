import { domainToASCII } from 'node:url';
import type { Certificate } from './certificate.ts';
import { isHostName, normaliseDomain } from './domains.ts';
import { isTooWide } from './hostnames.ts';
import { formatIp, parseIp } from './ipAddress.ts';
import { COMMON_NAME, ExtensionOid, Purpose } from './oids.ts';
import type { Path } from './path.ts';

/**
 * What the CA/Browser Forum's Baseline Requirements ask of publicly trusted TLS certificates beyond RFC 5280. None of it
 * makes a path untrusted, and none of it binds a private CA: whoever asks decides what it means.
 */
export interface Lint {
  readonly code: LintCode;
  /** index of the path's step */
  readonly step: number;
  /** of the Baseline Requirements 2.2.6 */
  readonly section: string;
}

const SECTIONS = {
  notV3: '7.1.1',
  keyType: '6.1.5',
  rsaBelow2048: '6.1.5',
  rsaNotWholeBytes: '6.1.5',
  authorityKeyIdForm: '7.1.2.11.1',
  rootAuthorityKeyIdMismatch: '7.1.2.1.3',
  rootWithExtendedKeyUsage: '7.1.2.1.2',
  leafIsCa: '7.1.2.7.8',
  noExtendedKeyUsage: '7.1.2.7.6',
  criticalExtendedKeyUsage: '7.1.2.7.6',
  anyExtendedKeyUsage: '7.1.2.7.10',
  noServerAuth: '7.1.2.7.10',
  noSubjectAltName: '7.1.2.7.12',
  criticalSubjectAltName: '7.1.2.7.12',
  subjectAltNameForm: '7.1.2.7.12',
  wildcardOnPublicSuffix: '3.2.2.6',
  /** the CN is one of the SANs, but not character for character */
  commonNameForm: '7.1.4.3',
  commonNameNotInSan: '7.1.4.3',
  /** the CN is the base of a wildcard among the SANs, or a host name where they are all IP addresses: what many a CA did */
  commonNameBesideSan: '7.1.4.3',
} as const;

export type LintCode = keyof typeof SECTIONS;

/** All lints of a path that reached an anchor, leaf first. Purely of the certificates: neither time nor trust matter. */
export function lintPath(path: Path): Lint[] {
  const last = path.anchorStores.length > 0 ? path.steps.length - 1 : path.steps.length;
  return path.steps.flatMap(({ certificate }, step) =>
    [
      ...anyLints(certificate),
      ...(step === 0 ? leafLints(certificate) : []),
      ...(step === last && step > 0 ? rootLints(certificate) : []),
    ].map((code) => ({ code, step, section: SECTIONS[code] })),
  );
}

const CURVES = new Set(['EC P-256', 'EC P-384', 'EC P-521']);

function anyLints({ version, publicKey, extensions }: Certificate): LintCode[] {
  const codes: LintCode[] = [];
  if (version !== 3) codes.push('notV3');
  if (publicKey.kind === 'rsa') {
    if ((publicKey.bits ?? 0) < 2048) codes.push('rsaBelow2048');
    if ((publicKey.bits ?? 0) % 8 !== 0) codes.push('rsaNotWholeBytes');
  } else if (!CURVES.has(publicKey.name)) {
    codes.push('keyType');
  }
  const authority = extensions.authorityKeyId;
  if (authority && (authority.keyId === undefined || authority.serial !== undefined || authority.hasIssuer))
    codes.push('authorityKeyIdForm');
  return codes;
}

function rootLints({ selfIssued, extensions }: Certificate): LintCode[] {
  const codes: LintCode[] = [];
  if (!selfIssued) return codes;
  if (extensions.extendedKeyUsage) codes.push('rootWithExtendedKeyUsage');
  const authority = extensions.authorityKeyId?.keyId;
  if (authority !== undefined && authority !== extensions.subjectKeyId) codes.push('rootAuthorityKeyIdMismatch');
  return codes;
}

function leafLints(certificate: Certificate): LintCode[] {
  const { extensions } = certificate;
  const codes: LintCode[] = [];
  if (extensions.basicConstraints?.ca) codes.push('leafIsCa');
  const purposes = extensions.extendedKeyUsage;
  if (!extensions.all.some(({ oid }) => oid === ExtensionOid.extendedKeyUsage)) codes.push('noExtendedKeyUsage');
  if (purposes?.critical) codes.push('criticalExtendedKeyUsage');
  if (purposes?.purposes.includes(Purpose.any)) codes.push('anyExtendedKeyUsage');
  else if (purposes && !purposes.purposes.includes(Purpose.serverAuth)) codes.push('noServerAuth');
  return [...codes, ...nameLints(certificate)];
}

function nameLints({ subject, extensions }: Certificate): LintCode[] {
  const alternative = extensions.subjectAltNames;
  if (!alternative) return ['noSubjectAltName'];
  const codes: LintCode[] = [];
  if (alternative.critical && subject.attributes.length > 0) codes.push('criticalSubjectAltName');
  const dns = alternative.names.filter(({ kind }) => kind === 'dns').map(({ value }) => value);
  const others = alternative.names.some(({ kind }) => kind !== 'dns' && kind !== 'ip');
  if (others || !dns.every((name) => isHostName(name.replace(/^\*\./, '')))) codes.push('subjectAltNameForm');
  if (dns.some(isTooWide)) codes.push('wildcardOnPublicSuffix');
  const addresses = alternative.names.filter(({ kind }) => kind === 'ip').map(({ value }) => value);
  const commonNames = subject.attributes.filter(({ oid }) => oid === COMMON_NAME);
  return [...codes, ...commonNames.flatMap(({ value }) => commonNameLint(value, dns, addresses) ?? [])];
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
