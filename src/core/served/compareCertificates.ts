import { samePublicKey } from '../x509/samePublicKey.ts';
import { DAY } from '../time.ts';
import type { Certificate } from '../x509/certificate.ts';
import { matchName } from '../x509/hostnames.ts';
import { displayName } from '../x509/names.ts';
import type { Replacement } from './replacement.ts';
import { namesOf, spkiPin } from './servedCertificate.ts';

/**
 * @param next the certificate that is to be installed
 * @param served the one that is served now
 * @param domains of the environment, A-labels
 */
export function compareCertificates(next: Certificate, served: Certificate, domains: readonly string[]): Replacement {
  const domainsLost = domains.filter((domain) => covers(served, domain) && !covers(next, domain));
  return {
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
