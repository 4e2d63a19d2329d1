import {
  type CalendarEntry,
  type ExpiryCalendar,
  expiryCalendar,
  VALIDITY_STEPS,
} from '../../core/calendar/expiryCalendar.ts';
import type { Environment } from '../../core/environments/environment.ts';
import { isExpiring } from '../../core/rules/validity.ts';
import { DAY, daysBetween, isoTime } from '../../core/time.ts';
import type { CalendarRow, CalendarState } from '../../shared/calendar.ts';
import { hostsOf, type StatusSources } from '../served/environmentStatus.ts';
import type { ServedRecord } from '../served/servedRecord.ts';

const PAST_DAYS = 30;
const COMING_DAYS = 365;

/** The certificates that the environments were seen to serve. */
export function calendarOf(environments: readonly Environment[], sources: StatusSources): ExpiryCalendar {
  const certificates = environments.flatMap((environment) =>
    recordsOf(environment, sources).flatMap(({ certificate, host }) =>
      certificate ? [{ ...certificate, environment: environment.name, host }] : [],
    ),
  );
  return expiryCalendar(certificates, sources);
}

/** They against the coming year. */
export function calendarState(environments: readonly Environment[], sources: StatusSources): CalendarState {
  const { time } = sources;
  return {
    now: isoTime(time),
    from: isoTime(time - PAST_DAYS * DAY),
    to: isoTime(time + COMING_DAYS * DAY),
    rows: calendarOf(environments, sources).entries.map((entry) => row(entry, sources)),
    steps: VALIDITY_STEPS.map(({ at, days }) => ({ from: isoTime(at), days })),
    environments: environments.length,
    neverLooked: environments.filter((environment) => recordsOf(environment, sources).length === 0).length,
  };
}

function recordsOf(environment: Environment, { served }: StatusSources): readonly ServedRecord[] {
  return hostsOf(environment).flatMap((host) => served.of(environment.address, host) ?? []);
}

function row(entry: CalendarEntry, { time, warningDays }: StatusSources): CalendarRow {
  const { environments, hosts, issuerName, name, notAfter, notBefore, renewal, warnFrom } = entry;
  return {
    name,
    issuerName,
    environments,
    hosts,
    notBefore: isoTime(notBefore),
    notAfter: isoTime(notAfter),
    warnFrom: isoTime(warnFrom),
    renewal: renewal && { from: isoTime(renewal.from), due: renewal.due, days: renewal.days },
    daysLeft: daysBetween(time, notAfter),
    state: time > notAfter ? 'expired' : renewal && isExpiring(entry, time, warningDays) ? 'expiring' : 'valid',
  };
}
