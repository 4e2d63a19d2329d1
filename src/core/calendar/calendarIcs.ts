import { displayDay, isoDay } from '../time.ts';
import { renewalText, stepText } from './calendarTexts.ts';
import type { CalendarEntry, ExpiryCalendar } from './expiryCalendar.ts';
import { ics, type IcsEvent } from './ics.ts';

/**
 * The calendar for other programs: for each certificate the day by which to start renewing and the day on which it ends, and the
 * days from which on certificates live shorter. Made again, it replaces what it made before. What OutSystems renews is left out.
 * @param time now
 */
export function calendarIcs({ entries, steps }: ExpiryCalendar, time: number): string {
  return ics(
    [
      ...entries.flatMap((entry) => eventsOf(entry, time)),
      ...steps.map((step): IcsEvent => ({
        uid: `validity-${isoDay(step.at)}@${DOMAIN}`,
        day: step.at,
        summary: `Public certificates live at most ${step.days} days`,
        description: stepText(step),
        alarm: null,
      })),
    ],
    time,
  );
}

/** Makes the UIDs unique in the world (RFC 5545 §3.8.4.7); the certificate's thumbprint makes them unique among ours. */
const DOMAIN = 'outsystems-ssl.invalid';

function eventsOf(entry: CalendarEntry, time: number): readonly IcsEvent[] {
  const { sha256, name, issuerName, environments, hosts, notAfter, renewal } = entry;
  if (!renewal) return [];
  const expired = time > notAfter;
  const where = environments.join(', ');
  const facts = [
    `Environments: ${where}`,
    `Hosts: ${hosts.join(', ')}`,
    `Certificate: ${name}, issued by ${issuerName}`,
    `SHA-256: ${sha256}`,
    `${expired ? 'Ended' : 'Ends'} on ${displayDay(notAfter)}`,
  ];
  return [
    {
      uid: `renew-${sha256}@${DOMAIN}`,
      day: renewal.from,
      summary: `Renew the certificate ${name} (${where})`,
      description: [renewalText(renewal), ...facts].join('\n'),
      alarm: 'PT9H',
    },
    {
      uid: `end-${sha256}@${DOMAIN}`,
      day: notAfter,
      summary: `The certificate ${name} ${expired ? 'has ended' : 'ends'} (${where})`,
      description: facts.join('\n'),
      alarm: expired ? null : '-P7D',
    },
  ];
}
