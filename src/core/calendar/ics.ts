import { isoDay, isoTime } from '../time.ts';

/** An event of a whole day. Moments are milliseconds since 1970-01-01T00:00:00Z. */
export interface IcsEvent {
  /** the same for the same thing each time, so that calendars replace it */
  readonly uid: string;
  /** a moment of the day, in UTC */
  readonly day: number;
  readonly summary: string;
  readonly description: string;
  /** reminds, counted from the beginning of the day: `PT9H` at nine, `-P7D` a week before (RFC 5545 §3.8.6.3); null for none */
  readonly alarm: string | null;
}

/**
 * Events as an iCalendar file.
 * @param stamp the moment at which it is made
 * @see RFC 5545
 */
export function ics(events: readonly IcsEvent[], stamp: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//SSL TLS for OutSystems//Expiry Calendar//EN',
    'CALSCALE:GREGORIAN',
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines({ uid, day, summary, description, alarm }: IcsEvent, stamp: number): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${isoTime(stamp).replace(/[-:]/g, '')}`,
    `DTSTART;VALUE=DATE:${isoDay(day).replaceAll('-', '')}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    'TRANSP:TRANSPARENT',
    ...(alarm === null
      ? []
      : ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(summary)}`, `TRIGGER:${alarm}`, 'END:VALARM']),
    'END:VEVENT',
  ];
}

/** A TEXT value (§3.3.11); control characters other than line breaks may not stand in one. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replace(/\p{Cc}/gu, ' ');
}

const LONGEST_LINE = 75;

/** Lines of at most 75 octets, the later ones beginning with a space (§3.1); no character is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > LONGEST_LINE) {
      parts.push(part);
      part = '';
      octets = 1; // the space
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}

/** Of one character in UTF-8 (RFC 3629 §3). */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}
