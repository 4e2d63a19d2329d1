import { csv } from '../csv.ts';
import { daysBetween, isoDay, isoTime } from '../time.ts';
import type { ExpiryCalendar } from './expiryCalendar.ts';

const HEADER = ['environment', 'certificate', 'issuer', 'ends', 'daysLeft', 'renewFrom', 'renewalDays', 'sha256'];

/** A row for each certificate of each environment (RFC 4180). Days and moments are ISO 8601 in UTC. @param time now */
export function calendarCsv({ entries }: ExpiryCalendar, time: number): string {
  return csv(
    HEADER,
    entries.flatMap((entry) =>
      entry.environments.map((environment) => [
        environment,
        entry.name,
        entry.issuerName,
        isoTime(entry.notAfter),
        daysBetween(time, entry.notAfter),
        isoDay(entry.renewFrom),
        entry.renewalDays,
        entry.sha256,
      ]),
    ),
  );
}
