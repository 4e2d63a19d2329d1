import { displayDay, isoDay } from '../time.ts';
import { renewText, stepText } from './calendarTexts.ts';
import type { CalendarEntry, ExpiryCalendar } from './expiryCalendar.ts';
import { ics, type IcsEvent } from './ics.ts';

/**
 * The calendar for other programs: for each certificate the day by which to start renewing and the day on which it ends, and the
 * days from which on certificates live shorter. Made again, it replaces what it made before.
 * @param stamp the moment at which it is made
 */
export function calendarIcs({ entries, steps }: ExpiryCalendar, stamp: number): string {
  return ics(
    [
      ...entries.flatMap(eventsOf),
      ...steps.map((step): IcsEvent => ({
        uid: `validity-${isoDay(step.at)}@${DOMAIN}`,
        day: step.at,
        summary: `Public certificates live at most ${step.days} days`,
        description: stepText(step),
        alarm: null,
      })),
    ],
    stamp,
  );
}

/** Makes the UIDs unique in the world (RFC 5545 §3.8.4.7); the certificate's thumbprint makes them unique among ours. */
const DOMAIN = 'outsystems-ssl.invalid';

function eventsOf(entry: CalendarEntry): readonly IcsEvent[] {
  const { sha256, name, issuerName, environments, notAfter, renewFrom, expired } = entry;
  const where = environments.join(', ');
  const facts = [
    `Environments: ${where}`,
    `Certificate: ${name}, issued by ${issuerName}`,
    `SHA-256: ${sha256}`,
    `${expired ? 'Ended' : 'Ends'} on ${displayDay(notAfter)}`,
  ];
  return [
    {
      uid: `renew-${sha256}@${DOMAIN}`,
      day: renewFrom,
      summary: `Renew the certificate ${name} (${where})`,
      description: [renewText(entry), ...facts].join('\n'),
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
