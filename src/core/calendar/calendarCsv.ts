import { csv } from '../csv.ts';
import { daysBetween, isoDay, isoTime } from '../time.ts';
import type { ExpiryCalendar } from './expiryCalendar.ts';

const HEADER = [
  'Ends',
  'Days left',
  'Environments',
  'Hosts',
  'Certificate',
  'Issued by',
  'Valid from',
  'Renew from',
  'Renewal lives at most (days)',
  'SHA-256',
] as const;

/** A row for each certificate (RFC 4180). Days and moments are ISO 8601 in UTC. @param time now */
export function calendarCsv({ entries }: ExpiryCalendar, time: number): string {
  return csv(
    HEADER,
    entries.map(({ notAfter, environments, hosts, name, issuerName, notBefore, renewal, sha256 }) => [
      isoTime(notAfter),
      daysBetween(time, notAfter),
      environments.join(', '),
      hosts.join(', '),
      name,
      issuerName,
      isoTime(notBefore),
      renewal && isoDay(renewal.from),
      renewal && renewal.days,
      sha256,
    ]),
  );
}
