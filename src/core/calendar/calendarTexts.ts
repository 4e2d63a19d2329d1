import { plural } from '../report/plural.ts';
import { displayDay } from '../time.ts';
import type { CalendarEntry, ValidityStep } from './expiryCalendar.ts';

/** `a renewal issued then will live at most 100 days` */
export function renewalText({ renewalDays }: CalendarEntry): string {
  return renewalDays === null
    ? 'how long a renewal may live is not known'
    : `a renewal issued then will live at most ${plural(renewalDays, 'day')}, if a public CA issues it`;
}

/** When to start renewing, as a sentence. */
export function renewText(entry: CalendarEntry): string {
  const when = entry.due ? 'Start renewing now' : `Start renewing by ${displayDay(entry.renewFrom)}`;
  return `${when}: ${renewalText(entry)}.`;
}

export function stepText({ at, days }: ValidityStep): string {
  return `From ${displayDay(at)} on public CAs issue certificates for at most ${plural(days, 'day')}.`;
}
