import type { Severity, Verdict } from '../report/report.ts';
import { missingIssuerOf } from '../rules/subjectPath.ts';
import { isoTime } from '../time.ts';
import { buildPath } from '../x509/buildPath.ts';
import type { Certificate } from '../x509/certificate.ts';
import { CertificateError } from '../x509/certificateError.ts';
import { parseCertificate } from '../x509/parseCertificate.ts';
import type { Path } from '../x509/path.ts';
import { dnsVerdict } from './dnsVerdict.ts';
import { parseHsts } from './hsts.ts';
import type { ServedHost } from './observation.ts';
import { redirectVerdict } from './redirectVerdict.ts';
import { servedCertificate, servedLinks } from './servedCertificate.ts';
import type { ServedFinding, ServedReport } from './servedReport.ts';
import { SERVED_RULES } from './servedRules.ts';
import { worstState } from './servedState.ts';
import type { ServedSubject } from './servedSubject.ts';

export interface JudgeServedInput
  extends
    Pick<ServedSubject, 'anchors' | 'publicRoots' | 'time' | 'expiryWarningDays'>,
    Partial<Pick<ServedSubject, 'environment' | 'expected'>> {
  /** intermediates that are known from elsewhere: they tell an incomplete chain from an untrusted one */
  readonly stored?: readonly Certificate[];
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Judges what was seen of a host, for one moment. Never throws for what the server sent. */
export function judgeServed(observation: ServedHost, input: JudgeServedInput): ServedReport {
  const subject = subjectOf(observation, input);
  const found = SERVED_RULES.flatMap((rule) => rule.find(subject).map((occurrence) => ({ rule, occurrence }))).sort(
    (a, b) => RANK[a.rule.severity] - RANK[b.rule.severity],
  );
  const findings = found.map(({ rule, occurrence: { params } }): ServedFinding => ({
    code: rule.code,
    severity: rule.severity,
    params,
    title: rule.title(params),
    detail: rule.detail(params),
    mend: rule.mend(params),
    source: rule.source,
  }));
  const { host, port, tls, https, http, dns } = observation;
  return {
    host,
    port,
    observedAt: isoTime(observation.observedAt),
    judgedAt: isoTime(input.time),
    state: worstState(found.flatMap(({ rule: { state } }) => state ?? [])),
    verdict: verdictOf(findings),
    findings,
    certificate: subject.leaf ? servedCertificate(subject.leaf, input.time) : null,
    chain: servedLinks(subject),
    protocol: tls.protocol,
    cipher: tls.cipher,
    hsts: (https?.hsts === undefined || https.hsts === null ? undefined : parseHsts(https.hsts)) ?? null,
    http: http && redirectVerdict(http, host),
    dns: dns && {
      verdict: dnsVerdict(host, dns, subject.environment),
      aliases: dns.aliases,
      addresses: dns.addresses,
    },
  };
}

/** The worst of several findings, as that of a report. */
export function verdictOf(findings: readonly { readonly severity: Severity }[]): Verdict {
  if (findings.some(({ severity }) => severity === 'error')) return 'errors';
  return findings.some(({ severity }) => severity === 'warning') ? 'warnings' : 'ready';
}

function subjectOf(observation: ServedHost, input: JudgeServedInput): ServedSubject {
  const { anchors, publicRoots, time, expiryWarningDays, stored, environment = null, expected = null } = input;
  const sent = observation.tls.certificates.map(parse);
  const leaf = sent[0];
  const certificates = [...new Map(sent.flatMap((one) => (one ? [[one.sha256, one] as const] : []))).values()];
  const options = { intermediates: certificates, anchors, time };
  let path: Path | undefined;
  let completed: Path | undefined;
  if (leaf) {
    path = buildPath(leaf, options);
    completed = stored && missingIssuerOf(path) ? buildPath(leaf, { ...options, stored }) : path;
  }
  return {
    observation,
    certificates,
    leaf,
    path,
    completed,
    anchors,
    publicRoots,
    environment,
    expected,
    time,
    expiryWarningDays,
  };
}

function parse(base64: string): Certificate | undefined {
  try {
    return parseCertificate(new Uint8Array(Buffer.from(base64, 'base64')));
  } catch (error) {
    if (error instanceof CertificateError) return undefined;
    throw error;
  }
}
