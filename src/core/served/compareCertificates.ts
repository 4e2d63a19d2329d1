import { samePublicKey } from '../x509/samePublicKey.ts';
import { DAY, displayDay } from '../time.ts';
import type { Severity } from '../report/report.ts';
import type { Certificate } from '../x509/certificate.ts';
import { matchName } from '../x509/hostnames.ts';
import { displayName } from '../x509/names.ts';
import { namesOf, spkiPin } from './servedCertificate.ts';

/** What changes when one certificate takes the place of the one that is served now. */
export interface Replacement {
  /** it is the very certificate that is served already */
  readonly same: boolean;
  /** names that only the old one covers, the environment's domains among them first */
  readonly namesLost: readonly string[];
  /** of these, the environment's own domains */
  readonly domainsLost: readonly string[];
  readonly namesGained: readonly string[];
  readonly issuer: { readonly from: string; readonly to: string; readonly changed: boolean };
  /** null where this runtime can't tell */
  readonly keyReused: boolean | null;
  /** whole days, towards zero, by which the new one lives longer; negative where it ends sooner */
  readonly daysWon: number;
  /** SHA-256 of the SubjectPublicKeyInfo in base64, for apps with pinning */
  readonly pins: { readonly from: string; readonly to: string };
  readonly findings: readonly ReplacementFinding[];
}

export interface ReplacementFinding {
  readonly code:
    | 'replaces.domainLost'
    | 'replaces.nameLost'
    | 'replaces.endsSooner'
    | 'replaces.issuerChanged'
    | 'replaces.keyChanged';
  readonly severity: Severity;
  readonly title: string;
  readonly detail: string;
  readonly mend: string;
}

/**
 * @param next the certificate that is to be installed
 * @param served the one that is served now
 * @param domains of the environment, A-labels
 */
export function compareCertificates(next: Certificate, served: Certificate, domains: readonly string[]): Replacement {
  const domainsLost = domains.filter((domain) => covers(served, domain) && !covers(next, domain));
  const facts = {
    same: next.sha256 === served.sha256,
    namesLost: [...new Set([...domainsLost, ...missingIn(next, served)])],
    domainsLost,
    namesGained: missingIn(served, next),
    issuer: {
      from: displayName(served.issuer),
      to: displayName(next.issuer),
      changed: served.issuer.key !== next.issuer.key,
    },
    keyReused: samePublicKey(next.publicKey.spki, served.publicKey.spki) ?? null,
    daysWon: Math.trunc((next.notAfter - served.notAfter) / DAY) || 0,
    pins: { from: spkiPin(served), to: spkiPin(next) },
  };
  return { ...facts, findings: facts.same ? [] : findingsOf(facts, next, served) };
}

/** Names of `from` for which `other` does not speak; a wildcard has to be there as it stands. */
function missingIn(other: Certificate, from: Certificate): readonly string[] {
  const listed = new Set(namesOf(other).map((name) => name.toLowerCase()));
  return namesOf(from).filter(
    (name) => !listed.has(name.toLowerCase()) && (name.includes('*') || !covers(other, name)),
  );
}

function covers(certificate: Certificate, name: string): boolean {
  return matchName(name, certificate).matched;
}

function findingsOf(
  { namesLost, domainsLost, issuer, keyReused }: Omit<Replacement, 'findings'>,
  next: Certificate,
  served: Certificate,
): readonly ReplacementFinding[] {
  const others = namesLost.filter((name) => !domainsLost.includes(name));
  const findings: ReplacementFinding[] = [];
  if (domainsLost.length > 0)
    findings.push({
      code: 'replaces.domainLost',
      severity: 'error',
      title: `The new certificate no longer covers ${domainsLost.join(', ')}`,
      detail: 'The one that is served now does. After the change browsers would refuse the site under this name.',
      mend: 'Ask your CA for a certificate that covers all domains of the environment.',
    });
  if (others.length > 0)
    findings.push({
      code: 'replaces.nameLost',
      severity: 'warning',
      title: `The new certificate no longer covers ${others.join(', ')}`,
      detail: 'The one that is served now does, and somebody may still use that name.',
      mend: 'If the name is still in use, ask your CA for a certificate that covers it too.',
    });
  if (next.notAfter < served.notAfter)
    findings.push({
      code: 'replaces.endsSooner',
      severity: 'warning',
      title: `The new certificate ends sooner than the one that is served now`,
      detail: `Its last day is ${displayDay(next.notAfter)}.`,
      mend: 'Check that this is the newest file that your CA gave you.',
    });
  if (issuer.changed)
    findings.push({
      code: 'replaces.issuerChanged',
      severity: 'info',
      title: `The issuer changes from “${issuer.from}” to “${issuer.to}”`,
      detail: 'Programs that hold the CA’s certificate instead of asking the system have to know the new one.',
      mend: 'Tell those who run such programs before the change.',
    });
  if (keyReused === false)
    findings.push({
      code: 'replaces.keyChanged',
      severity: 'info',
      title: 'The key changes, and with it the hash that mobile apps with SSL pinning hold',
      detail: 'Apps that hold only the old hash stop working with the change.',
      mend: 'Where SSL pinning is used, put the new hash into the apps and distribute them before the change.',
    });
  return findings;
}
