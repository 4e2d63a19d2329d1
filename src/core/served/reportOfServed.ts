import type { Environment } from '../environments/environment.ts';
import type { PublicContents } from '../pkcs12/publicContents.ts';
import { judge } from '../report/judge.ts';
import { plural } from '../report/plural.ts';
import type { Check, CheckId, CheckStatus, Report, ReportFinding } from '../report/report.ts';
import type { Params } from '../rules/rule.ts';
import { daysBetween, displayDay, parseIsoTime } from '../time.ts';
import type { TrustAnchors } from '../x509/trust.ts';
import { judgeServed, verdictOf } from './judgeServed.ts';
import type { ServedHost } from './observation.ts';
import type { ServedFinding, ServedReport } from './servedReport.ts';
import { SERVED_RULES } from './servedRules.ts';

export interface ReportOfServedInput {
  readonly host: string;
  /** DER as it was sent, leaf first */
  readonly chain: readonly Uint8Array[];
  /** of the look; what concerns more than the certificates is taken from here */
  readonly findings: readonly { readonly code: string; readonly params: Params }[];
  /** when the certificates were seen */
  readonly seenAt: number;
  readonly environments: readonly Environment[];
  /** whose host it is */
  readonly environment: Environment;
  readonly anchors: TrustAnchors;
  readonly publicRoots: TrustAnchors;
  /** milliseconds since 1970-01-01T00:00:00Z */
  readonly time: number;
  readonly expiryWarningDays: number;
}

/** Findings that do not come from the certificates: these are as they were when somebody looked. */
const OF_THE_LOOK = new Set([
  'served.unreachable',
  'served.handshakeFailed',
  'served.oldProtocol',
  'served.httpNotEnforced',
  'served.httpsDowngrade',
  'served.dnsRecord',
  'served.clientCertificate',
  'served.noAnswer',
  'served.unavailable',
  'served.redirectsElsewhere',
  'served.noHsts',
]);

/** The check that a finding counts for; all others are no part of the four. */
const CHECKS: Readonly<Record<string, CheckId>> = {
  'served.expired': 'expiry',
  'served.notYetValid': 'expiry',
  'served.expiring': 'expiry',
  'served.wrongName': 'domain',
  'served.selfSigned': 'chain',
  'served.untrustedRoot': 'chain',
  'served.unknownIssuer': 'chain',
  'served.incompleteChain': 'chain',
  'served.brokenChain': 'chain',
  'served.privateAuthority': 'chain',
  'served.notVerifiable': 'chain',
  'served.smallKey': 'chain',
  'served.keyType': 'chain',
};

/** The same report as that of a file, of the certificates that a host was seen to send: judged for now, by the rules for what is served. */
export function reportOfServed(input: ReportOfServedInput): Report {
  const { anchors, chain, environment, environments, expiryWarningDays, host, publicRoots, time } = input;
  const common = { anchors, publicRoots, time, expiryWarningDays };
  const base = judge(contentsOf(chain), {
    ...common,
    file: { name: host, size: 0, sha256: '' },
    password: 'empty',
    environments,
    environment: environment.name,
  });
  const served = judgeServed(observationOf(input), { ...common, environment });
  const findings = [...served.findings, ...ofTheLook(input)].map(reportFinding).sort((a, b) => rank(a) - rank(b));
  const check = (id: CheckId, summary: string): Check => ({ status: statusOf(id, findings), summary });
  const { certificate } = served;
  return {
    ...base,
    verdict: verdictOf(findings),
    headline: headlineOf(findings),
    summary: findings[0] ? `${findings[0].title}.` : `Browsers accept what ${host} serves.`,
    checks: {
      chain: check('chain', chainSummary(served, findings)),
      expiry: check('expiry', certificate ? expirySummary(certificate.notAfter, time) : 'No certificate was seen.'),
      domain: check('domain', domainSummary(host, findings)),
      key: { status: 'pass', summary: 'On the server, where nobody can see it from outside.' },
    },
    findings,
  };
}

function contentsOf(chain: readonly Uint8Array[]): PublicContents {
  return {
    bags: chain.map((der, index) => ({ kind: 'certificate', der, index, duplicateAttributes: [] })),
    structure: {
      size: 0,
      mac: null,
      certificateEncryption: [],
      keyEncryption: [],
      passwordEncoding: 'none',
      furtherPasswords: false,
      trailingBytes: 0,
      ber: false,
      producer: null,
    },
  };
}

/** As if nothing but the certificates had been seen. */
function observationOf({ chain, host, seenAt }: ReportOfServedInput): ServedHost {
  const certificates = chain.map((der) => Buffer.from(der).toString('base64'));
  const tls = { protocol: null, cipher: null, certificates, failure: null };
  return { host, port: 443, observedAt: seenAt, dns: null, tls, https: null, http: null };
}

function ofTheLook({ findings }: ReportOfServedInput): readonly ServedFinding[] {
  return findings.flatMap(({ code, params }) => {
    const rule = OF_THE_LOOK.has(code) ? SERVED_RULES.find((candidate) => candidate.code === code) : undefined;
    if (!rule) return [];
    const { severity, source } = rule;
    return [
      {
        code,
        severity,
        params,
        title: rule.title(params),
        detail: rule.detail(params),
        mend: rule.mend(params),
        source,
      },
    ];
  });
}

function reportFinding(finding: ServedFinding): ReportFinding {
  return { ...finding, check: CHECKS[finding.code] ?? 'file' };
}

function rank({ severity }: ReportFinding): number {
  return ['error', 'warning', 'info'].indexOf(severity);
}

function statusOf(check: CheckId, findings: readonly ReportFinding[]): CheckStatus {
  const own = findings.filter((finding) => finding.check === check);
  if (own.some(({ severity }) => severity === 'error')) return 'fail';
  return own.some(({ severity }) => severity === 'warning') ? 'warn' : 'pass';
}

function headlineOf(findings: readonly ReportFinding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  if (errors > 0)
    return `Not in order: ${plural(errors, 'error')}${warnings ? ` and ${plural(warnings, 'warning')}` : ''}`;
  return warnings > 0 ? `In order, with ${plural(warnings, 'warning')}` : 'In order';
}

function chainSummary({ chain }: ServedReport, findings: readonly ReportFinding[]): string {
  const worst = findings.find(({ check }) => check === 'chain');
  const last = chain.at(-1);
  if (worst) return `${worst.title}.`;
  return last ? `Complete. Ends in ${last.name}.` : 'There is no certificate to follow.';
}

function expirySummary(notAfter: string, time: number): string {
  const end = parseIsoTime(notAfter) ?? time;
  const days = daysBetween(time, end);
  if (days < 0) return `Expired on ${displayDay(end)}.`;
  return `Ends ${displayDay(end)}, ${days === 0 ? 'today' : `in ${plural(days, 'day')}`}.`;
}

function domainSummary(host: string, findings: readonly ReportFinding[]): string {
  const worst = findings.find(({ check }) => check === 'domain');
  return worst ? `${worst.title}.` : `Covers ${host}.`;
}
