import { plural } from '../report/plural.ts';
import { displayDay } from '../time.ts';
import type { Renewal, ValidityStep } from './expiryCalendar.ts';

/** When to start renewing and how long the new certificate will live, as a sentence. */
export function renewalText({ from, due, days }: Renewal): string {
  const when = due ? 'Start renewing now' : `Start renewing by ${displayDay(from)}`;
  return days === null
    ? `${when}.`
    : `${when}: a renewal issued then will live at most ${plural(days, 'day')}, if a public CA issues it.`;
}

export function stepText({ at, days }: ValidityStep): string {
  return `From ${displayDay(at)} on public CAs issue certificates for at most ${plural(days, 'day')}.`;
}
