import type { CalendarRow, CalendarState } from '../../../../src/shared/calendar.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 23, 9);

const iso = (time: number): string => new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');

function row(name: string, environments: readonly string[], days: number, lifetime: number): CalendarRow {
  const notAfter = NOW + (days + 0.5) * DAY;
  const warned = Math.min(30, lifetime / 3) * DAY;
  const from = Math.max(NOW, notAfter - warned);
  return {
    name,
    issuerName: 'Example Trust RSA CA 4',
    environments,
    hosts: environments.map((environment) => `${environment.toLowerCase()}.acme.com`),
    notBefore: iso(notAfter - lifetime * DAY),
    notAfter: iso(notAfter),
    warnFrom: iso(notAfter - warned),
    renewal: {
      from: iso(from),
      due: from === NOW,
      days: from < Date.UTC(2027, 2, 15) ? 200 : from < Date.UTC(2029, 2, 15) ? 100 : 47,
    },
    daysLeft: days,
    state: days < 0 ? 'expired' : days * DAY < warned ? 'expiring' : 'valid',
  };
}

const base = {
  now: iso(NOW),
  from: iso(NOW - 30 * DAY),
  to: iso(NOW + 365 * DAY),
  steps: [
    { from: '2026-03-15T00:00:00Z', days: 200 },
    { from: '2027-03-15T00:00:00Z', days: 100 },
    { from: '2029-03-15T00:00:00Z', days: 47 },
  ],
};

/** Calendars of every kind. */
export const CALENDARS: Readonly<Record<string, CalendarState>> = {
  full: {
    ...base,
    environments: 8,
    neverLooked: 1,
    rows: [
      row('old.acme.com', ['Legacy'], -12, 398),
      row('dev.acme.com', ['Development'], 9, 47),
      row('*.acme.com', ['Production', 'Quality', 'Training'], 25, 200),
      row('shop.acme.com', ['Shop'], 143, 200),
      { ...row('*.outsystemsenterprise.com', ['Sandbox'], 170, 398), renewal: null },
      row('intranet.acme.com', ['Intranet'], 720, 1800),
    ],
  },
  empty: { ...base, environments: 0, neverLooked: 0, rows: [] },
  unseen: { ...base, environments: 3, neverLooked: 3, rows: [] },
  hostile: {
    ...base,
    environments: 2,
    neverLooked: 0,
    rows: [
      row('<img src=x onerror=alert(1)>\u202efdp.exe', ['<b>Production</b>'], 60, 200),
      row('a'.repeat(300), ['Environment with a name that is long '.repeat(6)], 200, 398),
    ],
  },
};
