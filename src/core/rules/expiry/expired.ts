import { DAY, daysBetween, displayDay } from '../../time.ts';
import { defineRule } from '../rule.ts';

export const expired = defineRule({
  code: 'expiry.expired',
  checks: ['expiry'],
  severity: 'error',
  lifetimeMessage: 'The certificate has expired.',
  source: 'OutSystems: errors when using your SSL domain; RFC 5280 §4.1.2.5',
  title: ({ date }: { date: string; since: string }) => `The certificate expired on ${date}`,
  detail: ({ since }) =>
    `That was ${since}. LifeTime refuses an expired certificate, and browsers stop people from opening the site.`,
  mend: () => 'Renew it with your CA and check the new file here.',
  find: ({ leaf, time }) =>
    leaf && time > leaf.notAfter
      ? [
          {
            params: { date: displayDay(leaf.notAfter), since: ago(daysBetween(leaf.notAfter, time)) },
            certificate: leaf,
          },
        ]
      : [],
});

function ago(days: number): string {
  if (days * DAY < DAY) return 'less than a day ago';
  return days === 1 ? 'one day ago' : `${days} days ago`;
}
