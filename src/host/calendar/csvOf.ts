import { daysBetween, isoTime } from '../../core/time.ts';
import type { ExpiryEntry } from './expiryEntry.ts';

const HEADER = [
  'Ends',
  'Days left',
  'Environments',
  'Hosts',
  'Certificate',
  'Issued by',
  'Valid from',
  'Renew from',
  'SHA-256',
] as const;

/**
 * A table for spreadsheets, one certificate a line: UTF-8 with a byte-order mark, which Excel needs to see that it is.
 *
 * @param time from which days are counted, milliseconds since 1970
 * @see RFC 4180
 */
export function csvOf(entries: readonly ExpiryEntry[], time: number): string {
  const rows = entries.map(({ environments, hosts, issuerName, name, notAfter, notBefore, sha256, warnFrom }) => [
    isoTime(notAfter),
    daysBetween(time, notAfter),
    environments.join(', '),
    hosts.join(', '),
    name,
    issuerName,
    isoTime(notBefore),
    isoTime(warnFrom),
    sha256,
  ]);
  return `\ufeff${[HEADER, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/** A text that a spreadsheet would take for a formula gets an apostrophe: whoever made a certificate chose its names. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
