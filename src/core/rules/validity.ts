import { DAY } from '../time.ts';
import type { Certificate } from '../x509/certificate.ts';

export type Validity = 'valid' | 'expiring' | 'expired' | 'notYetValid';

/** Both ends count (RFC 5280 §4.1.2.5). */
export function validityOf(certificate: Certificate, time: number, warningDays: number): Validity {
  if (time > certificate.notAfter) return 'expired';
  if (time < certificate.notBefore) return 'notYetValid';
  return isExpiring(certificate, time, warningDays) ? 'expiring' : 'valid';
}

type Dates = Pick<Certificate, 'notBefore' | 'notAfter'>;

/** Valid, with less left than `warningSpan`. */
export function isExpiring(dates: Dates, time: number, warningDays: number): boolean {
  const left = dates.notAfter - time;
  return left >= 0 && time >= dates.notBefore && left < warningSpan(dates, warningDays);
}

/** Milliseconds before its end from which on a certificate counts as expiring: `warningDays`, or a third of its lifetime where that is less. */
export function warningSpan({ notBefore, notAfter }: Dates, warningDays: number): number {
  return Math.min(warningDays * DAY, (notAfter - notBefore) / 3);
}

/** Default of the setting `outsystemsSsl.expiryWarningDays`. */
export const EXPIRY_WARNING_DAYS = 30;
