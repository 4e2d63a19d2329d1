import type { Environment } from '../environments/environment.ts';
import type { Certificate } from '../x509/certificate.ts';
import { matchName, normaliseDomain } from '../x509/hostnames.ts';
import type { DomainRow, EnvironmentRow } from './report.ts';
import { missReason } from './missReason.ts';

/** One row a domain: the chosen environment's first, the others in their order. */
export function domainRows(
  leaf: Certificate,
  environments: readonly Environment[],
  current: Environment | null,
): readonly DomainRow[] {
  const ordered = [...environments].sort((a, b) => Number(b === current) - Number(a === current));
  return ordered.flatMap((environment) =>
    environment.domains.map((domain) => rowOf(leaf, environment, domain, environment === current)),
  );
}

/** One row an environment, the chosen one first: which of them this one certificate would serve. */
export function environmentRows(
  leaf: Certificate,
  environments: readonly Environment[],
  current: Environment | null,
): readonly EnvironmentRow[] {
  const ordered = [...environments].sort((a, b) => Number(b === current) - Number(a === current));
  return ordered.map((environment) => ({
    name: environment.name,
    current: environment === current,
    ...coverage(leaf, environment),
  }));
}

/** How many domains of an environment a certificate covers. */
export function coverage(
  leaf: Certificate,
  environment: Environment,
): { readonly covered: number; readonly of: number } {
  const covered = environment.domains.filter((domain) => matchName(domain, leaf).matched).length;
  return { covered, of: environment.domains.length };
}

function rowOf(leaf: Certificate, environment: Environment, domain: string, current: boolean): DomainRow {
  const match = matchName(domain, leaf);
  const unicode = normaliseDomain(domain)?.unicode;
  return {
    environment: environment.name,
    current,
    domain,
    ...(unicode !== undefined && unicode !== domain && { unicode }),
    coveredBy: match.matched ? match.by : null,
    ...(!match.matched && { reason: missReason(match, domain) }),
    ...(!match.matched && match.nearest !== undefined && { nearest: match.nearest }),
  };
}
