import { belongsToOutSystems } from '../environments/outsystemsDomains.ts';
import { warningSpan } from '../rules/validity.ts';
import { DAY } from '../time.ts';
import { VALIDITY_LIMITS, validityLimit } from '../x509/validityLimit.ts';

/** A certificate as one host of an environment serves it. Moments are milliseconds since 1970-01-01T00:00:00Z. */
export interface CalendarCertificate {
  /** name of the environment */
  readonly environment: string;
  readonly host: string;
  readonly name: string;
  readonly issuerName: string;
  /** in any notation */
  readonly sha256: string;
  readonly notBefore: number;
  readonly notAfter: number;
}

/** When which certificate of all environments must be renewed, over the coming year. */
export interface ExpiryCalendar {
  /** first moment of the present day, in UTC */
  readonly from: number;
  /** 365 days later */
  readonly to: number;
  /** when public CAs will begin to issue for fewer days, between `from` and `to` */
  readonly steps: readonly ValidityStep[];
  /** each certificate once, the one that ends first at the top */
  readonly entries: readonly CalendarEntry[];
}

/** From `at` on a certificate of a public CA may live `days` at most. */
export interface ValidityStep {
  readonly at: number;
  readonly days: number;
}

export interface CalendarEntry {
  readonly name: string;
  readonly issuerName: string;
  /** lower-case hexadecimal */
  readonly sha256: string;
  readonly notBefore: number;
  readonly notAfter: number;
  /** names, each once, in the order in which they came */
  readonly environments: readonly string[];
  readonly hosts: readonly string[];
  /** from here on it counts as expiring */
  readonly warnFrom: number;
  /** when to renew it; null where only names that OutSystems gave serve it: OutSystems renews those */
  readonly renewal: Renewal | null;
}

export interface Renewal {
  /** first moment of the day by which to start; never before the present day */
  readonly from: number;
  /** that day has come */
  readonly due: boolean;
  /** so long a certificate lives at most that a public CA issues on that day; null where no limit is known */
  readonly days: number | null;
}

/** The limits of validity that public CAs keep since March 2026 and will keep, the earliest first. */
export const VALIDITY_STEPS: readonly ValidityStep[] = VALIDITY_LIMITS.map(([at, days]) => ({ at, days }))
  .filter(({ days }) => days <= 200)
  .reverse();

/**
 * @param time now
 * @param warningDays days before its end from which on a certificate counts as expiring; a third of its lifetime where that
 *   is less
 * @see CA/Browser Forum BR 6.3.2
 */
export function expiryCalendar(
  certificates: readonly CalendarCertificate[],
  { time, warningDays }: { readonly time: number; readonly warningDays: number },
): ExpiryCalendar {
  const from = dayOf(time);
  const to = from + 365 * DAY;
  const bySha = new Map<string, CalendarCertificate[]>();
  for (const certificate of certificates) {
    const key = certificate.sha256.replace(/[^0-9a-f]/gi, '').toLowerCase();
    bySha.set(key, [...(bySha.get(key) ?? []), certificate]);
  }
  const entries = [...bySha].flatMap(([sha256, group]) => {
    const [first] = group;
    return first ? [entryOf(sha256, first, group, from, warningDays)] : [];
  });
  return {
    from,
    to,
    steps: VALIDITY_STEPS.filter(({ at }) => at >= from && at < to),
    entries: entries.sort((a, b) => a.notAfter - b.notAfter || (a.sha256 < b.sha256 ? -1 : 1)),
  };
}

function entryOf(
  sha256: string,
  { name, issuerName, notBefore, notAfter }: CalendarCertificate,
  group: readonly CalendarCertificate[],
  today: number,
  warningDays: number,
): CalendarEntry {
  const warnFrom = notAfter - warningSpan({ notBefore, notAfter }, warningDays);
  const from = Math.max(dayOf(warnFrom), today);
  const others = group.some(({ host }) => !belongsToOutSystems(host));
  return {
    name,
    issuerName,
    sha256,
    notBefore,
    notAfter,
    environments: [...new Set(group.map(({ environment }) => environment))],
    hosts: [...new Set(group.map(({ host }) => host))],
    warnFrom,
    renewal: others ? { from, due: dayOf(warnFrom) <= today, days: validityLimit(from) ?? null } : null,
  };
}

/** First moment of the day, in UTC. */
function dayOf(millis: number): number {
  return Math.floor(millis / DAY) * DAY;
}
