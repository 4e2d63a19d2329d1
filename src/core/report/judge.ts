import { routeOf } from '../environments/route.ts';
import type { Environment } from '../environments/environment.ts';
import type { PublicContents } from '../pkcs12/publicContents.ts';
import type { Finding } from '../rules/rule.ts';
import type { Subject } from '../rules/subject.ts';
import { isoTime } from '../time.ts';
import type { Certificate } from '../x509/certificate.ts';
import { domainRows, environmentRows } from './domainRows.ts';
import { findingAction } from './findingAction.ts';
import { findAll, statusOf, verdictOf } from './findings.ts';
import type { Check, CheckId, Report, ReportEnvironment, ReportFinding, ReportKey } from './report.ts';
import { orderedCertificates, reportCertificate } from './reportCertificates.ts';
import { reportChain } from './reportChain.ts';
import { reportOnline } from './reportOnline.ts';
import { reportReplaces } from './reportReplaces.ts';
import { reportFile } from './reportFile.ts';
import { type JudgeInput, subjectOf } from './subjectOf.ts';
import { chainSummary, domainSummary, expirySummary, headlineOf, keySummary, summaryOf } from './summaries.ts';

/** Judges an opened PFX for one environment at one moment. Never throws for what is in the file. */
export function judge(contents: PublicContents, input: JudgeInput): Report {
  const subject = subjectOf(contents, input);
  const findings = findAll(subject);
  const certificates = orderedCertificates(subject);
  const check = (id: CheckId, summary: string): Check => ({ status: statusOf(id, findings), summary });
  return {
    schemaVersion: 1,
    judgedAt: isoTime(input.time),
    verdict: verdictOf(findings),
    headline: headlineOf(findings),
    summary: summaryOf(findings, subject.environment),
    file: reportFile(subject, input.file),
    environment: subject.environment && reportEnvironment(subject.environment),
    checks: {
      chain: check('chain', chainSummary(subject, findings)),
      expiry: check('expiry', expirySummary(subject)),
      domain: check('domain', domainSummary(subject, input.environments)),
      key: check('key', keySummary(subject)),
    },
    findings: findings.map((finding) => reportFinding(finding, certificates, subject)),
    certificates: certificates.map((certificate, index) => reportCertificate(certificate, index, subject)),
    chain: reportChain(subject),
    domains: subject.leaf ? domainRows(subject.leaf, input.environments, subject.environment) : [],
    environments: subject.leaf ? environmentRows(subject.leaf, input.environments, subject.environment) : [],
    replaces: reportReplaces(subject),
    key: reportKey(subject),
    online: reportOnline(subject),
  };
}

function reportFinding(finding: Finding, certificates: readonly Certificate[], subject: Subject): ReportFinding {
  const { rule, params, certificate } = finding;
  const action = findingAction(rule, subject);
  const index = certificates.findIndex(({ sha256 }) => sha256 === certificate?.sha256);
  return {
    code: rule.code,
    severity: rule.severity,
    ...(rule.lint === true && { lint: true }),
    params,
    check: rule.checks[0] ?? 'file',
    title: rule.title(params),
    detail: rule.detail(params),
    mend: rule.mend(params),
    ...(index >= 0 && { certificate: index }),
    ...(rule.lifetimeMessage !== undefined && { lifetimeMessage: rule.lifetimeMessage }),
    source: rule.source,
    ...(action !== undefined && { action }),
  };
}

function reportEnvironment(environment: Environment): ReportEnvironment {
  const { name, address, domains, version, hosting, fedRamp, type, lifetime } = environment;
  const { id, reason } = routeOf(environment);
  return { name, address, domains, version, hosting, fedRamp, type, lifetime, route: id, routeReason: reason };
}

function reportKey({ key, keyMatchesLeaf }: Subject): ReportKey | null {
  return key
    ? { algorithm: key.algorithm.name, bits: key.algorithm.bits ?? null, matchesLeaf: keyMatchesLeaf ?? null }
    : null;
}
