import { createHash } from 'node:crypto';
import { parseIsoTime } from '../../core/time.ts';
import type { ServedHost } from '../../core/served/observation.ts';
import type { RedirectVerdict } from '../../core/served/redirectVerdict.ts';
import { downgradeOf } from '../../core/served/rules/httpsDowngrade.ts';
import type { ServedReport } from '../../core/served/servedReport.ts';
import type { ServedCertificate } from '../served/servedRecord.ts';
import type { Look } from '../served/servedStore.ts';

const MOST_FINDINGS = 12;

/** What is kept of a look. @param address of the environment whose host it is */
export function lookOf(address: string, observation: ServedHost, report: ServedReport): Look {
  const chain = observation.tls.certificates.map((base64) => new Uint8Array(Buffer.from(base64, 'base64')));
  const findings = report.findings.filter(({ severity }) => severity !== 'info');
  return {
    chain,
    record: {
      address,
      host: report.host,
      lookedAt: observation.observedAt,
      state: report.state,
      headline: findings[0]?.title ?? 'Serves a good certificate',
      findings: findings
        .slice(0, MOST_FINDINGS)
        .map(({ code, params, severity, title }) => ({ code, params, severity, title })),
      dns: dnsText(report.dns),
      ...(report.dns && { dnsLook: { verdict: report.dns.verdict, aliases: report.dns.aliases } }),
      redirects: downgradeOf(observation.https) === undefined ? report.http && REDIRECTS[report.http] : false,
      hsts: observation.https && observation.https.failure === null ? (report.hsts?.maxAge ?? 0) > 0 : null,
      certificate: certificateOf(observation, report, chain),
    },
  };
}

/** Whether plain HTTP leads to HTTPS and stays there; null where that can't be told. */
const REDIRECTS: Readonly<Record<RedirectVerdict, boolean | null>> = {
  https: true,
  httpsElsewhere: true,
  refresh: false,
  none: false,
  loop: false,
  refused: null,
  noAnswer: null,
};

/** Where a name leads, in a few words; null where there is nothing to say. */
function dnsText(dns: ServedReport['dns']): string | null {
  if (!dns) return null;
  const [target] = dns.aliases;
  switch (dns.verdict) {
    case 'own':
      return null;
    case 'addressRecord':
      return 'A record instead of a CNAME';
    case 'loadBalancer':
      return 'CNAME to a load balancer';
    case 'unresolved':
      return target === undefined ? 'no address from the DNS' : `CNAME to ${target}, no address behind it`;
    case 'alias':
    case 'otherTarget':
    case 'unknown':
      return target === undefined ? null : `CNAME to ${target}`;
  }
}

function certificateOf(
  { observedAt }: ServedHost,
  { certificate }: ServedReport,
  chain: readonly Uint8Array[],
): ServedCertificate | null {
  const notBefore = parseIsoTime(certificate?.notBefore ?? '');
  const notAfter = parseIsoTime(certificate?.notAfter ?? '');
  if (!certificate || notBefore === undefined || notAfter === undefined) return null;
  const { name, issuerName, sha1, sha256, spkiSha256 } = certificate;
  return {
    name,
    issuerName,
    notBefore,
    notAfter,
    sha1,
    sha256,
    spkiPin: spkiSha256,
    seenAt: observedAt,
    chain: chain.map((der) => createHash('sha256').update(der).digest('hex')),
  };
}
