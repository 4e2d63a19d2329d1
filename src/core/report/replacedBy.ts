import type { Environment } from '../environments/environment.ts';
import type { Replaced } from '../rules/subject.ts';
import { compareCertificates } from '../served/compareCertificates.ts';
import type { Certificate } from '../x509/certificate.ts';
import { CertificateError } from '../x509/certificateError.ts';
import { parseCertificate } from '../x509/parseCertificate.ts';

/** The certificate that a host showed when it was last looked at. */
export interface ServedLeaf {
  /** name of the environment whose host it is */
  readonly environment: string;
  /** A-labels */
  readonly host: string;
  readonly der: Uint8Array;
  /** milliseconds since 1970-01-01T00:00:00Z */
  readonly seenAt: number;
}

/** What the new certificate takes the place of in an environment: each certificate once, with the hosts that show it. */
export function replacedBy(
  leaf: Certificate,
  environment: Environment,
  served: readonly ServedLeaf[],
): readonly Replaced[] {
  const found = new Map<string, { hosts: string[]; seenAt: number; served: Certificate }>();
  for (const { host, der, seenAt, ...seen } of served) {
    if (seen.environment !== environment.name) continue;
    const certificate = parseOrUndefined(der);
    if (!certificate) continue;
    const known = found.get(certificate.sha256);
    if (known) known.hosts.push(host);
    else found.set(certificate.sha256, { hosts: [host], seenAt, served: certificate });
  }
  return [...found.values()].map((entry) => ({
    ...entry,
    replacement: compareCertificates(leaf, entry.served, environment.domains),
  }));
}

function parseOrUndefined(der: Uint8Array): Certificate | undefined {
  try {
    return parseCertificate(der);
  } catch (error) {
    if (error instanceof CertificateError) return undefined; // a look that kept something unreadable says nothing here
    throw error;
  }
}
