import { bullets, codeSpan, escapeMarkdown, table } from '../markdown.ts';
import type { Check, CheckStatus, Report, ReportFinding, Severity } from './report.ts';
import type { ReportCertificate } from './reportedCertificate.ts';

const STATUS: Readonly<Record<CheckStatus, string>> = { pass: '✅ pass', warn: '⚠️ warning', fail: '❌ fail' };
const SEVERITY: Readonly<Record<Severity, string>> = {
  error: '❌ Error',
  warning: '⚠️ Warning',
  info: 'ℹ️ Information',
};

/** The whole report as Markdown: for a chat, a wiki or a mail. */
export function reportMarkdown(report: Report): string {
  const { environment } = report;
  const about = [
    `Checked on ${report.judgedAt.replace('T', ' ').replace('Z', ' UTC')}`,
    environment ? `for ${escapeMarkdown(environment.name)} (${codeSpan(environment.address)})` : 'for no environment',
  ];
  const parts = [
    `# ${escapeMarkdown(report.file.name)}: ${report.headline}`,
    escapeMarkdown(report.summary),
    `${about.join(' ')}.`,
    checksMarkdown(report),
    ...(report.findings.length > 0 ? ['## What to look at', findingsMarkdown(report.findings)] : []),
    '## Certificates',
    ...report.certificates.map(certificateMarkdown),
    ...(report.domains.length > 0 ? ['## Domains', domainsMarkdown(report)] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The four checks as a table. */
export function checksMarkdown({ checks }: Report): string {
  const row = (name: string, check: Check): string[] => [name, STATUS[check.status], escapeMarkdown(check.summary)];
  return table(
    ['Check', 'Result', 'Fact'],
    [
      row('Chain', checks.chain),
      row('Expiry', checks.expiry),
      row('Domain match', checks.domain),
      row('Private key', checks.key),
    ],
  );
}

export function findingsMarkdown(findings: readonly ReportFinding[]): string {
  return bullets(
    findings.map(
      ({ severity, title, detail, mend, code }) =>
        `**${SEVERITY[severity]}: ${escapeMarkdown(title)}** (${codeSpan(code)})\n  ${escapeMarkdown(detail)}\n  *What to do:* ${escapeMarkdown(mend)}`,
    ),
  );
}

function certificateMarkdown(certificate: ReportCertificate): string {
  const { name, role, revocation } = certificate;
  const asked = revocation && revocation.status !== 'notChecked';
  return [
    `### ${escapeMarkdown(name)} (${role})`,
    certificateFacts(certificate),
    ...(asked ? [escapeMarkdown(revocation.detail)] : []),
  ].join('\n\n');
}

/** The facts by which two people can tell that they speak of the same certificate. */
export function certificateFacts(certificate: ReportCertificate): string {
  const names = certificate.subjectAltNames.map(codeSpan).join(', ');
  return bullets([
    `Subject: ${codeSpan(certificate.subject)}`,
    `Issuer: ${codeSpan(certificate.issuer)}`,
    `Serial number: ${codeSpan(certificate.serial)}`,
    `Valid: ${certificate.notBefore} to ${certificate.notAfter} (UTC)`,
    ...(names ? [`Subject alternative names: ${names}`] : []),
    `Key: ${escapeMarkdown(certificate.publicKey)}`,
    `Signature: ${escapeMarkdown(certificate.signatureAlgorithm)}`,
    `SHA-1 thumbprint: ${codeSpan(certificate.sha1)}`,
    `SHA-256 thumbprint: ${codeSpan(certificate.sha256)}`,
  ]);
}

function domainsMarkdown({ domains }: Report): string {
  return table(
    ['Environment', 'Domain', 'Covered by'],
    domains.map(({ environment, domain, coveredBy, reason }) => [
      escapeMarkdown(environment),
      codeSpan(domain),
      coveredBy === null ? `❌ not covered: ${escapeMarkdown(reason ?? '')}` : `✅ ${codeSpan(coveredBy)}`,
    ]),
  );
}
