import { belongsToOutSystems } from '../environments/outsystemsDomains.ts';
import { warningSpan } from '../rules/validity.ts';
import { DAY, monthsBetween } from '../time.ts';
import { VALIDITY_LIMITS, validityLimit } from '../x509/validityLimit.ts';

/** A certificate as one environment serves it. Moments are milliseconds since 1970-01-01T00:00:00Z. */
export interface CalendarCertificate {
  /** name of the environment */
  readonly environment: string;
  /** of the environment, that serve it */
  readonly hosts: readonly string[];
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
  /** first moments of the months between */
  readonly months: readonly number[];
  /** when public CAs will begin to issue for fewer days, between `from` and `to` */
  readonly steps: readonly ValidityStep[];
  /** each certificate once, the one to be renewed first at the top */
  readonly entries: readonly CalendarEntry[];
  /** environments that serve OutSystems' own certificate, which OutSystems renews */
  readonly renewedByOutSystems: readonly string[];
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
  /** names, in the order in which they came */
  readonly environments: readonly string[];
  /** first moment of the day by which to start renewing; never before `from` */
  readonly renewFrom: number;
  /** renewing is due today, or overdue */
  readonly due: boolean;
  readonly expired: boolean;
  /** so many days a certificate lives at most that a public CA issues on that day; null where no limit is known */
  readonly renewalDays: number | null;
  /** it ends between `from` and `to` */
  readonly endsWithin: boolean;
}

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
  const own = certificates.filter(isOutSystems);
  const bySha = new Map<string, CalendarCertificate[]>();
  for (const certificate of certificates) {
    if (isOutSystems(certificate)) continue;
    const key = certificate.sha256.replace(/[^0-9a-f]/gi, '').toLowerCase();
    bySha.set(key, [...(bySha.get(key) ?? []), certificate]);
  }
  const entries = [...bySha].flatMap(([sha256, group]): readonly CalendarEntry[] => {
    const [first] = group;
    if (!first) return [];
    const { name, issuerName, notBefore, notAfter } = first;
    const threshold = dayOf(notAfter - warningSpan(first, warningDays));
    const renewFrom = Math.max(threshold, from);
    return [
      {
        name,
        issuerName,
        sha256,
        notBefore,
        notAfter,
        environments: [...new Set(group.map(({ environment }) => environment))],
        renewFrom,
        due: threshold <= from,
        expired: time > notAfter,
        renewalDays: validityLimit(renewFrom) ?? null,
        endsWithin: notAfter >= from && notAfter < to,
      },
    ];
  });
  return {
    from,
    to,
    months: monthsBetween(from, to),
    steps: VALIDITY_LIMITS.map(([at, days]) => ({ at, days }))
      .filter(({ at }) => at >= from && at < to)
      .reverse(),
    entries: entries.sort(
      (a, b) => a.renewFrom - b.renewFrom || a.notAfter - b.notAfter || (a.sha256 < b.sha256 ? -1 : 1),
    ),
    renewedByOutSystems: [...new Set(own.map(({ environment }) => environment))],
  };
}

function isOutSystems({ hosts }: CalendarCertificate): boolean {
  return hosts.length > 0 && hosts.every(belongsToOutSystems);
}

/** First moment of the day, in UTC. */
function dayOf(millis: number): number {
  return Math.floor(millis / DAY) * DAY;
}
