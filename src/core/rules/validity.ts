import { DAY } from '../time.ts';
import type { Certificate } from '../x509/certificate.ts';

export type Validity = 'valid' | 'expiring' | 'expired' | 'notYetValid';

/** Both ends count (RFC 5280 §4.1.2.5). */
export function validityOf(certificate: Certificate, time: number, warningDays: number): Validity {
  if (time > certificate.notAfter) return 'expired';
  if (time < certificate.notBefore) return 'notYetValid';
  return isExpiring(certificate, time, warningDays) ? 'expiring' : 'valid';
}

/** Valid, with less left than the smaller of `warningDays` and a third of its lifetime. */
export function isExpiring(
  { notBefore, notAfter }: Pick<Certificate, 'notBefore' | 'notAfter'>,
  time: number,
  warningDays: number,
): boolean {
  const left = notAfter - time;
  return left >= 0 && time >= notBefore && left < Math.min(warningDays * DAY, (notAfter - notBefore) / 3);
}

/** Default of the setting `outsystemsSsl.expiryWarningDays`. */
export const EXPIRY_WARNING_DAYS = 30;
