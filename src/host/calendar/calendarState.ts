import type { ExpiryEntry } from './expiryEntry.ts';
import type { Environment } from '../../core/environments/environment.ts';
import { isExpiring, warningSpan } from '../../core/rules/validity.ts';
import { DAY, daysBetween, isoTime, utcMillis } from '../../core/time.ts';
import type { CalendarRow, CalendarState, ValidityStep } from '../../shared/calendar.ts';
import { hostsOf, type StatusSources } from '../served/environmentStatus.ts';
import type { ServedCertificate, ServedRecord } from '../served/servedRecord.ts';

/** @see CA/Browser Forum Baseline Requirements 2.2.6, 6.3.2 */
const STEPS: readonly (readonly [year: number, days: number])[] = [
  [2026, 200],
  [2027, 100],
  [2029, 47],
];
const PAST_DAYS = 30;
const COMING_DAYS = 365;

/** The certificates that the environments were seen to serve, those that end first at the top. */
export function expiryEntries(environments: readonly Environment[], sources: StatusSources): readonly ExpiryEntry[] {
  const seen = new Map<string, { certificate: ServedCertificate; environments: Set<string>; hosts: Set<string> }>();
  for (const environment of environments)
    for (const { certificate, host } of recordsOf(environment, sources)) {
      if (!certificate) continue;
      const entry = seen.get(certificate.sha256) ?? { certificate, environments: new Set(), hosts: new Set() };
      entry.environments.add(environment.name);
      entry.hosts.add(host);
      seen.set(certificate.sha256, entry);
    }
  return [...seen.values()]
    .map(({ certificate, environments: names, hosts }) => ({
      sha256: certificate.sha256,
      name: certificate.name,
      issuerName: certificate.issuerName,
      environments: [...names],
      hosts: [...hosts],
      notBefore: certificate.notBefore,
      notAfter: certificate.notAfter,
      warnFrom: certificate.notAfter - warningSpan(certificate, sources.warningDays),
    }))
    .sort((a, b) => a.notAfter - b.notAfter);
}

/** They against the coming year. */
export function calendarState(environments: readonly Environment[], sources: StatusSources): CalendarState {
  const { time } = sources;
  return {
    now: isoTime(time),
    from: isoTime(time - PAST_DAYS * DAY),
    to: isoTime(time + COMING_DAYS * DAY),
    rows: expiryEntries(environments, sources).map((entry) => row(entry, sources)),
    steps: validitySteps(),
    environments: environments.length,
    neverLooked: environments.filter((environment) => recordsOf(environment, sources).length === 0).length,
  };
}

function recordsOf(environment: Environment, { served }: StatusSources): readonly ServedRecord[] {
  return hostsOf(environment).flatMap((host) => served.of(environment.address, host) ?? []);
}

function row(entry: ExpiryEntry, { time, warningDays }: StatusSources): CalendarRow {
  const { environments, hosts, issuerName, name, notAfter, notBefore, warnFrom } = entry;
  return {
    name,
    issuerName,
    environments,
    hosts,
    notBefore: isoTime(notBefore),
    notAfter: isoTime(notAfter),
    warnFrom: isoTime(warnFrom),
    daysLeft: daysBetween(time, notAfter),
    state: time > notAfter ? 'expired' : isExpiring(entry, time, warningDays) ? 'expiring' : 'valid',
  };
}

function validitySteps(): readonly ValidityStep[] {
  return STEPS.map(([year, days]) => ({ from: isoTime(utcMillis(year, 3, 15, 0, 0, 0) ?? 0), days }));
}
