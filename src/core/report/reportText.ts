import type { CheckStatus, Report, ReportRevocation, Severity } from './report.ts';

const STATUS: Readonly<Record<CheckStatus, string>> = { pass: 'ok  ', warn: 'warn', fail: 'FAIL' };
const SEVERITY: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'info' };

const REVOCATION: Readonly<Record<ReportRevocation['status'], string>> = {
  good: 'ok  ',
  revoked: 'FAIL',
  unknown: '?   ',
  notChecked: '-   ',
};

/** The report for a terminal: plain text, no colours. */
export function reportText(report: Report): string {
  const { chain, expiry, domain, key } = report.checks;
  const lines = [
    `${report.file.name}: ${report.headline}`,
    report.summary,
    `Judged for ${report.judgedAt.replace('T', ' ').replace('Z', ' UTC')}.`,
    '',
    `  ${STATUS[chain.status]}  Chain         ${chain.summary}`,
    `  ${STATUS[expiry.status]}  Expiry        ${expiry.summary}`,
    `  ${STATUS[domain.status]}  Domain match  ${domain.summary}`,
    `  ${STATUS[key.status]}  Private key   ${key.summary}`,
    ...revocationLines(report),
    ...report.findings.flatMap(({ severity, title, code, detail, mend }) => [
      '',
      `${SEVERITY[severity]}: ${title}  [${code}]`,
      `  ${detail}`,
      `  What to do: ${mend}`,
    ]),
  ];
  return `${lines.map(printable).join('\n')}\n`;
}

/** Of the chain, where somebody was asked. */
function revocationLines({ certificates }: Report): readonly string[] {
  const asked = certificates.some(({ revocation }) => revocation && revocation.status !== 'notChecked');
  if (!asked) return [];
  return certificates.flatMap(({ name, revocation }) =>
    revocation ? [`  ${REVOCATION[revocation.status]}  Revocation    ${name}: ${revocation.detail}`] : [],
  );
}

/** Names come from files: control characters in them must not reach the terminal. */
export function printable(line: string): string {
  return line.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '?');
}
