import type { Certificate } from './certificate.ts';
import type { LintCode } from './lints.ts';
import { ExtensionOid, Purpose } from './oids.ts';
import { validityDays, validityLimit } from './validityLimit.ts';

/** What is asked of a server's own certificate, apart from its names. */
export function leafLints(certificate: Certificate): LintCode[] {
  return [
    ...usageLints(certificate),
    ...purposeLints(certificate),
    ...(validityDays(certificate) > (validityLimit(certificate.notBefore) ?? Infinity)
      ? (['validityTooLong'] as const)
      : []),
    ...(timestampsMissing(certificate) > 0 ? (['tooFewTimestamps'] as const) : []),
    ...(lacksRevocation(certificate) ? (['noRevocationAddress'] as const) : []),
  ];
}

function usageLints({ extensions, publicKey }: Certificate): LintCode[] {
  const codes: LintCode[] = [];
  const usages = extensions.keyUsage?.usages;
  if (extensions.basicConstraints?.ca) codes.push('leafIsCa');
  if (usages?.includes('keyCertSign')) codes.push('leafSignsCertificates');
  if (publicKey.kind === 'ec' && usages && !usages.includes('digitalSignature'))
    codes.push('ecWithoutDigitalSignature');
  return codes;
}

const FORBIDDEN: ReadonlySet<string> = new Set([
  Purpose.codeSigning,
  Purpose.emailProtection,
  Purpose.timeStamping,
  Purpose.ocspSigning,
  Purpose.precertificateSigning,
]);

/** Purposes that may not stand beside serverAuth; OIDs. @see CA/Browser Forum BR 7.1.2.7.10 */
export function forbiddenPurposes({ extensions }: Certificate): readonly string[] {
  return (extensions.extendedKeyUsage?.purposes ?? []).filter((oid) => FORBIDDEN.has(oid) || oid === Purpose.any);
}

function purposeLints({ extensions }: Certificate): LintCode[] {
  if (!extensions.all.some(({ oid }) => oid === ExtensionOid.extendedKeyUsage)) return ['noExtendedKeyUsage'];
  const { critical = false, purposes } = extensions.extendedKeyUsage ?? {};
  const codes: LintCode[] = critical ? ['criticalExtendedKeyUsage'] : [];
  if (purposes?.includes(Purpose.any)) codes.push('anyExtendedKeyUsage');
  else if (purposes && !purposes.includes(Purpose.serverAuth)) codes.push('noServerAuth');
  if (purposes?.some((oid) => FORBIDDEN.has(oid))) codes.push('forbiddenPurpose');
  if (purposes?.includes(Purpose.clientAuth)) codes.push('clientAuth');
  return codes;
}

const SHORT_FOR_TIMESTAMPS = 180;
const SHORT_LIVED = 7;

/** Embedded timestamps that Chrome asks for: of different logs, 2 up to 180 days of validity, 3 above. @see Chrome CT policy */
export function timestampsNeeded(certificate: Certificate): number {
  return validityDays(certificate) <= SHORT_FOR_TIMESTAMPS ? 2 : 3;
}

/** Logs whose timestamps are embedded; which company runs a log is not in the certificate. */
export function logsOf({ extensions }: Certificate): ReadonlySet<string> {
  return new Set((extensions.timestamps ?? []).map(({ logId }) => logId));
}

function timestampsMissing(certificate: Certificate): number {
  return timestampsNeeded(certificate) - logsOf(certificate).size;
}

/** OCSP is optional, as an address of lists is beside it; a certificate of 7 days needs neither. */
function lacksRevocation(certificate: Certificate): boolean {
  const { crlDistributionPoints = [], authorityInfoAccess } = certificate.extensions;
  const addresses = crlDistributionPoints.length + (authorityInfoAccess?.ocsp.length ?? 0);
  return addresses === 0 && validityDays(certificate) > SHORT_LIVED;
}
