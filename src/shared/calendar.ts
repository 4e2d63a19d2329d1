import type { HostMessageOf, PageMessageOf } from './messages.ts';
import { plural } from '../core/report/plural.ts';

/** What the expiry calendar shows. Moments are ISO 8601, UTC. */
export interface CalendarState {
  readonly now: string;
  /** the stretch of time of the picture */
  readonly from: string;
  readonly to: string;
  /** one a certificate, those that end first at the top */
  readonly rows: readonly CalendarRow[];
  /** what public CAs may issue from a day on */
  readonly steps: readonly ValidityStep[];
  /** environments, and those of them that were never looked at */
  readonly environments: number;
  readonly neverLooked: number;
}

export interface CalendarRow {
  /** of the certificate */
  readonly name: string;
  readonly issuerName: string;
  readonly environments: readonly string[];
  readonly hosts: readonly string[];
  readonly notBefore: string;
  readonly notAfter: string;
  /** from here on it counts as expiring */
  readonly warnFrom: string;
  /** when to renew it; null where OutSystems does, since only names of its own serve it */
  readonly renewal: CalendarRenewal | null;
  /** whole days; negative once it has ended */
  readonly daysLeft: number;
  readonly state: 'valid' | 'expiring' | 'expired';
}

export interface CalendarRenewal {
  readonly from: string;
  /** that day has come */
  readonly due: boolean;
  /** so long a certificate of a public CA lives at most that is issued then; null where that is not known */
  readonly days: number | null;
}

export interface ValidityStep {
  /** certificates that are issued from this moment on … */
  readonly from: string;
  /** … live at most so many days */
  readonly days: number;
}

export type CalendarCommand = 'exportIcs' | 'exportCsv' | 'checkAll' | 'addEnvironment';

export type CalendarHostMessage = HostMessageOf<CalendarState>;
export type CalendarPageMessage = PageMessageOf<CalendarCommand>;

export const CALENDAR = {
  heading: 'Expiry calendar',
  subtitle: (certificates: number, environments: number) =>
    `${plural(certificates, 'certificate')} of ${plural(environments, 'environment')}, over the coming 12 months`,
  neverLooked: (count: number) =>
    `${plural(count, 'environment was', 'environments were')} never looked at: what ${count === 1 ? 'it serves' : 'they serve'} is not in this calendar.`,
  noEnvironments: 'There is no environment yet. Add the environments of your infrastructure first.',
  noneSeen: 'No certificate was seen yet.',
  buttons: {
    exportIcs: 'Export .ics…',
    exportCsv: 'Export CSV…',
    checkAll: 'Check all environments',
    addEnvironment: 'Add environment…',
  } satisfies Readonly<Record<CalendarCommand, string>>,
  today: 'today',
  step: (days: number) => `${days}-day limit`,
  legendHeading: 'What the picture shows',
  legend: {
    bar: 'Validity of the certificate that is served now',
    warn: 'Time to renew: it counts as expiring',
    step: 'From here on public CAs issue for fewer days',
  },
  stepsHeading: 'How long new certificates live',
  stepText: (date: string, days: number) => `Issued from ${date} on: at most ${days} days.`,
  stepsDetail: 'So each renewal comes sooner than the last.',
  stepsSource: 'CA/Browser Forum Baseline Requirements, 6.3.2',
  tableHeading: 'All certificates',
  columns: {
    certificate: 'Certificate',
    environments: 'Environments',
    issuer: 'Issued by',
    renew: 'Renew from',
    renewal: 'The next one lives',
    ends: 'Ends',
    left: 'Time left',
  },
  states: { valid: 'Valid', expiring: 'Expiring', expired: 'Expired' },
  left: (days: number) => {
    if (days < -1) return `expired ${plural(-days - 1, 'day')} ago`;
    if (days === -1) return 'expired today';
    return days === 0 ? 'ends today' : plural(days, 'day');
  },
  renewNow: 'now',
  renewedByOutSystems: 'OutSystems renews it',
  renewal: (days: number) => `at most ${plural(days, 'day')}, from a public CA`,
  noAnswer: 'The extension could not do that.',
} as const;
