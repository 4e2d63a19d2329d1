/**
 * All that the core does with the calendar. Moments are milliseconds since 1970-01-01T00:00:00Z; the current one always
 * comes in as an argument. This is the only file of the core in which the linter allows `Date`.
 */

export const DAY = 86_400_000;

/** By how much clocks may differ where the moment of an answer is judged, in milliseconds: as `openssl ocsp` has it. */
export const CLOCK_SKEW = 300_000;

/** Milliseconds of a UTC moment, or undefined where there is no such day or time (a 30 February, a 61st second). */
export function utcMillis(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, 0);
  const same =
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute &&
    date.getUTCSeconds() === second;
  return same ? date.getTime() : undefined;
}

/** Milliseconds of an ISO 8601 moment with a time zone, or of a plain day (its first moment in UTC); undefined for anything else. */
export function parseIsoTime(text: string): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d))?$/.exec(text);
  // `Date.parse` rolls a 30 February over into March
  const day = match && utcMillis(Number(match[1]), Number(match[2]), Number(match[3]), 0, 0, 0);
  const millis = day === undefined || day === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(millis) ? undefined : millis;
}

/** `2027-02-12T23:59:59Z`, without fractions of a second. */
export function isoTime(millis: number): string {
  return new Date(millis).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** `2027-02-12` */
export function isoDay(millis: number): string {
  return isoTime(millis).replace(/T.*$/, '');
}

/** Whole days from `from` to `to`, rounded down; negative where `to` lies before. */
export function daysBetween(from: number, to: number): number {
  return Math.floor((to - from) / DAY);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `12 Feb 2027`, the day in UTC. */
export function displayDay(millis: number): string {
  const date = new Date(millis);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`;
}

/** A text with each `12 Feb 2027` in it as `2027-02-12`: for languages other than English. */
export function isoOfDisplayDay(text: string): string {
  return text.replace(/\b(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})\b/g, (whole, day: string, month: string, year: string) => {
    const index = MONTHS.findIndex((name) => name === month);
    return index < 0 ? whole : `${year}-${String(index + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
  });
}

/** 1 for Monday … 7 for Sunday, of the day in UTC (ISO 8601). */
export function weekday(millis: number): number {
  // 1970-01-01 was a Thursday
  return ((((Math.floor(millis / DAY) + 3) % 7) + 7) % 7) + 1;
}
