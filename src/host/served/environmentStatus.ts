import type { Environment } from '../../core/environments/environment.ts';
import { belongsToOutSystems } from '../../core/environments/outsystemsDomains.ts';
import { isExpiring } from '../../core/rules/validity.ts';
import { daysBetween } from '../../core/time.ts';
import { SERVED_STATES, type ServedState, worstState } from '../../core/served/servedState.ts';
import type { ServedCertificate, ServedRecord } from './servedRecord.ts';

/** What of a look is shown now: a certificate that was good then may have ended since. */
export interface HostStatus {
  readonly state: ServedState;
  /** whole days until the certificate ends, negative once it has; null where none was seen */
  readonly daysLeft: number | null;
  /** expired or expiring is not that certificate, but one above it in the chain */
  readonly aboveLeaf: boolean;
}

/** What an environment serves: the worst of its hosts speaks for it. */
export interface EnvironmentStatus extends HostStatus {
  /** the look that speaks for the environment */
  readonly record: ServedRecord;
  /** of its hosts, the certificate that ends first */
  readonly certificate: ServedCertificate | null;
  /** the certificates that are within the threshold or have ended, the first one first; none that OutSystems renews itself */
  readonly ending: readonly ServedCertificate[];
}

/** Where looks are kept, and what is needed to judge them today. */
export interface StatusSources {
  readonly served: { of(address: string, host: string): ServedRecord | undefined };
  /** days before its end from which on a certificate counts as expiring */
  readonly warningDays: number;
  /** milliseconds since 1970-01-01T00:00:00Z */
  readonly time: number;
}

/** The hosts that speak for an environment: its domains, or the address that OutSystems gave it. */
export function hostsOf({ domains, address }: Environment): readonly string[] {
  return domains.length > 0 ? domains : [address];
}

/** All hosts that are looked at. */
export function allHostsOf({ domains, address }: Environment): readonly string[] {
  return [...new Set([...domains, address])];
}

/** Undefined where none of its hosts was looked at yet. */
export function statusOf(environment: Environment, sources: StatusSources): EnvironmentStatus | undefined {
  const hosts = hostsOf(environment).flatMap((host) => {
    const record = sources.served.of(environment.address, host);
    return record ? [{ record, ...hostStatus(record, sources) }] : [];
  });
  const [worst] = [...hosts].sort((a, b) => rank(a.state) - rank(b.state) || daysOf(a) - daysOf(b));
  if (!worst) return undefined;
  const seen = hosts.flatMap(({ record: { host, certificate } }) => (certificate ? [{ host, certificate }] : []));
  const [first] = seen.sort((a, b) => a.certificate.notAfter - b.certificate.notAfter);
  const ending = seen.filter(({ certificate, host }) => agedTo(certificate, host, sources) !== 'good');
  return {
    ...worst,
    certificate: first?.certificate ?? null,
    daysLeft: first ? daysBetween(sources.time, first.certificate.notAfter) : null,
    ending: ending.map(({ certificate }) => certificate),
  };
}

export function hostStatus(record: ServedRecord, { warningDays, time }: Omit<StatusSources, 'served'>): HostStatus {
  const { certificate, host } = record;
  if (!certificate) return { state: record.state, daysLeft: null, aboveLeaf: false };
  const aged = agedTo(certificate, host, { warningDays, time });
  const state = worstState([settled(record), aged]);
  return {
    state,
    daysLeft: daysBetween(time, certificate.notAfter),
    aboveLeaf: state !== aged && (state === 'expired' || state === 'expiring'),
  };
}

/** Who trusts a private CA knows it, and need not be told each day. */
export function needsAttention(status: HostStatus | undefined): boolean {
  return status !== undefined && status.state !== 'good' && status.state !== 'privateAuthority';
}

/**
 * The state without what only time has made of the leaf, which is judged anew; of the certificates above it the look alone knows.
 * A private CA hides nothing that can be mended.
 */
function settled({ state, redirects, findings }: ServedRecord): ServedState {
  if (state !== 'expiring' && state !== 'privateAuthority') return state;
  if (findings.some(({ code, params }) => code === 'served.expiring' && params['leaf'] === '')) return 'expiring';
  if (redirects === false) return 'httpNotEnforced';
  return state === 'expiring' ? 'good' : state;
}

/** OutSystems renews the certificates of its own domains: nobody else has to watch them. */
function agedTo(
  certificate: ServedCertificate,
  host: string,
  { warningDays, time }: Omit<StatusSources, 'served'>,
): ServedState {
  if (time > certificate.notAfter) return 'expired';
  return isExpiring(certificate, time, warningDays) && !belongsToOutSystems(host) ? 'expiring' : 'good';
}

/** 0 is the worst. */
function rank(state: ServedState): number {
  return SERVED_STATES.indexOf(state);
}

function daysOf({ daysLeft }: HostStatus): number {
  return daysLeft ?? Number.MAX_SAFE_INTEGER;
}
