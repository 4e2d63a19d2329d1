import { DAY, utcMillis } from '../time.ts';
import type { Certificate } from './certificate.ts';

/** From each day on so many days at most, the latest first. @see CA/Browser Forum BR 6.3.2 */
export const VALIDITY_LIMITS: readonly (readonly [from: number, days: number])[] = [
  [utcMillis(2029, 3, 15, 0, 0, 0) ?? 0, 47],
  [utcMillis(2027, 3, 15, 0, 0, 0) ?? 0, 100],
  [utcMillis(2026, 3, 15, 0, 0, 0) ?? 0, 200],
  [utcMillis(2020, 9, 1, 0, 0, 0) ?? 0, 398],
];

/** The most days for which a public CA may certify a server, by the day of issue; undefined before September 2020. @see CA/Browser Forum BR 6.3.2 */
export function validityLimit(notBefore: number): number | undefined {
  return VALIDITY_LIMITS.find(([from]) => notBefore >= from)?.[1];
}

/** Days of validity as public CAs count them: of 86,400 seconds, both ends included, and each begun day whole. @see CA/Browser Forum BR 6.3.2 */
export function validityDays({ notBefore, notAfter }: Pick<Certificate, 'notBefore' | 'notAfter'>): number {
  return Math.ceil((notAfter - notBefore + 1000) / DAY);
}
