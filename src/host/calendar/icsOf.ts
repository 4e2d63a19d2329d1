import { isoDay, isoTime } from '../../core/time.ts';
import type { ExpiryEntry } from './expiryEntry.ts';

const NEW_LINE = '\r\n';
/** octets of a line, without its end */
const LINE = 75;

/**
 * A calendar file: a whole-day event on the last day of each certificate, with a reminder on the day from which it counts as
 * expiring. Importing a later export again changes the events instead of doubling them.
 *
 * @param time of the export, milliseconds since 1970
 * @see RFC 5545
 */
export function icsOf(entries: readonly ExpiryEntry[], time: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//outsystems-ssl//Expiry Calendar//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...entries.flatMap((entry) => event(entry, time)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => fold(line) + NEW_LINE).join('');
}

function event(entry: ExpiryEntry, time: number): readonly string[] {
  const { environments, hosts, issuerName, name, notAfter, sha256, warnFrom } = entry;
  const day = basicDay(notAfter);
  const about = [
    `Environments: ${environments.join(', ')}`,
    `Hosts: ${hosts.join(', ')}`,
    `Issued by: ${issuerName}`,
    `Ends: ${isoTime(notAfter)}`,
    `Thumbprint (SHA-256): ${sha256}`,
  ];
  const summary = text(`Certificate ${name} ends (${environments.join(', ')})`);
  return [
    'BEGIN:VEVENT',
    `UID:${sha256.replace(/[^0-9A-Za-z]/g, '').toLowerCase()}@outsystems-ssl`,
    `DTSTAMP:${isoTime(time).replace(/[-:]/g, '')}`,
    `DTSTART;VALUE=DATE:${day}`,
    `SUMMARY:${summary}`,
    `DESCRIPTION:${text(about.join('\n'))}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${text(`Renew the certificate ${name}: it ends on ${isoDay(notAfter)}`)}`,
    `TRIGGER;VALUE=DATE-TIME:${isoTime(warnFrom).replace(/[-:]/g, '')}`,
    'END:VALARM',
    'END:VEVENT',
  ];
}

function basicDay(time: number): string {
  return isoDay(time).replaceAll('-', '');
}

/** RFC 5545 §3.3.11; other control characters have no place in a calendar. */
function text(value: string): string {
  return value
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\r\n|\r|\n/g, String.raw`\n`)
    .replace(/[\p{Cc}\u2028\u2029]/gu, ' ');
}

/** RFC 5545 §3.1: lines of at most 75 octets; a character is never torn apart. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    // the space that begins a continued line counts as well
    if (octets + size > LINE - (parts.length > 0 ? 1 : 0)) {
      parts.push(part);
      part = '';
      octets = 0;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join(`${NEW_LINE} `);
}
