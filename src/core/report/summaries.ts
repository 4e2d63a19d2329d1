import { isNamed } from '../environments/isNamed.ts';
import { routeOf } from '../environments/route.ts';
import type { Environment } from '../environments/environment.ts';
import type { Finding } from '../rules/rule.ts';
import { hasLockedPart } from '../rules/lockedParts.ts';
import type { Subject } from '../rules/subject.ts';
import { authoritiesOf, isSelfSigned, missingIssuerOf, untrustedRootOf } from '../rules/subjectPath.ts';
import { daysBetween, displayDay } from '../time.ts';
import type { Certificate } from '../x509/certificate.ts';
import { displayName } from '../x509/names.ts';
import { storeName } from '../x509/storeName.ts';
import { coverage } from './domainRows.ts';
import { countOf, verdictOf } from './findings.ts';
import { plural } from './plural.ts';
import { describeKey } from './reportCertificates.ts';

/** The verdict in a few words. */
export function headlineOf(findings: readonly Finding[]): string {
  const errors = countOf(findings, 'error');
  const warnings = countOf(findings, 'warning');
  switch (verdictOf(findings)) {
    case 'errors':
      return `Not ready: ${plural(errors, 'error')}${warnings ? ` and ${plural(warnings, 'warning')}` : ''}`;
    case 'warnings':
      return `Ready to submit, with ${plural(warnings, 'warning')}`;
    case 'ready':
      return 'Ready to submit';
  }
}

/** What LifeTime and browsers would make of it. */
export function summaryOf(findings: readonly Finding[], environment: Environment | null): string {
  const errors = findings.filter(({ rule }) => rule.severity === 'error');
  const predicted = errors.find(({ rule }) => rule.lifetimeMessage !== undefined)?.rule.lifetimeMessage;
  const lifetime = environment === null || routeOf(environment).id.startsWith('lifetime');
  if (errors.length === 0)
    return lifetime ? 'Nothing here that LifeTime is known to refuse.' : 'Nothing here that browsers would refuse.';
  if (!lifetime) return 'Mend the errors before you install it.';
  if (predicted !== undefined) return `LifeTime would refuse it: “${predicted}”`;
  const browsers = errors.some(({ rule }) => rule.checks.includes('domain') || rule.checks.includes('expiry'));
  return browsers
    ? 'LifeTime has no message for this, but browsers would refuse the site after the change.'
    : 'It does not meet what OutSystems asks for.';
}

export function chainSummary(subject: Subject, findings: readonly Finding[]): string {
  const { path, leaf } = subject;
  if (!path || !leaf) return 'There is no certificate to follow.';
  if (isSelfSigned(subject)) return 'Self-signed: no CA vouches for it.';
  const untrusted = untrustedRootOf(path);
  const broken = findings.find(
    ({ rule }) =>
      rule.severity === 'error' && !rule.lint && rule.checks.includes('chain') && rule.code !== 'chain.untrustedRoot',
  );
  const child = missingIssuerOf(path);
  if (child && broken?.rule.code === 'chain.issuerMissing')
    return `Incomplete: the certificate of ${displayName(child.issuer)} is missing.`;
  if (broken) return `${broken.rule.title(broken.params)}.`;
  if (untrusted) return `Ends in ${displayName(untrusted.subject)}, which nobody trusts.`;
  const anchor = path.steps.at(-1)?.certificate;
  const missingRoot = findings.some(({ rule }) => rule.code === 'chain.rootMissing');
  if (!anchor || path.anchorStores.length === 0) return 'Could not be followed to a trusted root.';
  return `${missingRoot ? 'Without the root' : 'Complete'}. Ends in ${displayName(anchor.subject)}, ${storeName(path.anchorStores)}.`;
}

export function expirySummary({ leaf, path, time }: Subject): string {
  if (!leaf) return 'There is no certificate to read dates from.';
  if (time < leaf.notBefore) return `Valid only from ${displayDay(leaf.notBefore)}.`;
  const first = authoritiesOf(path).reduce<Certificate | undefined>(
    (least, next) => (!least || next.notAfter < least.notAfter ? next : least),
    undefined,
  );
  const own =
    time > leaf.notAfter
      ? `Expired on ${displayDay(leaf.notAfter)}`
      : `Ends ${displayDay(leaf.notAfter)}, ${inDays(leaf.notAfter, time)}`;
  const early = authoritiesOf(path).find(({ notBefore }) => time < notBefore);
  if (early) return `${own}; ${displayName(early.subject)} is valid only from ${displayDay(early.notBefore)}.`;
  if (!first || first.notAfter > leaf.notAfter) return `${own}.`;
  return `${own}; ${displayName(first.subject)} ${first.notAfter < time ? 'has expired' : `ends ${inDays(first.notAfter, time)}`}.`;
}

export function domainSummary({ leaf, environment }: Subject, environments: readonly Environment[]): string {
  if (!leaf) return 'There is no certificate to compare with.';
  const served = environments.filter(
    (other) => other.domains.length > 0 && coverage(leaf, other).covered === other.domains.length,
  );
  const all = environments.length > 1 ? `; serves ${served.length} of ${environments.length} environments` : '';
  if (!environment) return `No environment to compare with${all}.`;
  if (environment.domains.length === 0) return `${environment.name || 'The environment'} has no domain yet${all}.`;
  const { covered, of } = coverage(leaf, environment);
  const domains = `${covered} of ${plural(of, 'domain')}`;
  return `${isNamed(environment) ? `${domains} of ${environment.name}` : `Covers ${domains}`}${all}.`;
}

export function keySummary({ leaf, key, keyMatchesLeaf, keys, contents }: Subject): string {
  if (!key) {
    return keys.length === 0 && contents.bags.some((bag) => bag.kind === 'unreadable' && bag.of === 'key')
      ? 'There is one, but it can’t be read.'
      : hasLockedPart(contents)
        ? 'Not to be seen: parts of this file have another password.'
        : 'Missing: there is none in this file.';
  }
  const facts = describeKey(key.algorithm);
  if (!leaf) return `Present (${facts}), but there is no certificate.`;
  if (keyMatchesLeaf === undefined) return `Present (${facts}); can’t be compared here.`;
  const limit = key.algorithm.kind.startsWith('rsa') ? ` (limit 4096 bits)` : '';
  return keyMatchesLeaf
    ? `Present, belongs to the certificate, ${facts}${limit}.`
    : `Present (${facts}), but of another certificate.`;
}

function inDays(to: number, from: number): string {
  const days = daysBetween(from, to);
  return days === 0 ? 'today' : `in ${plural(days, 'day')}`;
}
