import type { CheckStatus, Report, Severity } from './report.ts';
import type { ReportRevocation } from './reportedCertificate.ts';

const STATUS: Readonly<Record<CheckStatus, string>> = { pass: 'ok  ', warn: 'warn', fail: 'FAIL' };
const SEVERITY: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'info' };

const REVOCATION: Readonly<Record<ReportRevocation['status'], string>> = {
  good: 'ok  ',
  revoked: 'FAIL',
  unknown: '?   ',
  notChecked: '-   ',
};

/**
 * The report for a terminal: plain text, no colours.
 * @param width columns after which lines are broken between words; undefined: they are not, as a pipe wants it
 */
export function reportText(report: Report, width?: number): string {
  const { chain, expiry, domain, key } = report.checks;
  const check = (name: string, { status, summary }: Report['checks']['chain']): string =>
    `  ${STATUS[status]}  ${name.padEnd(CHECK_NAME)}${summary}`;
  const lines: readonly (readonly [line: string, indent: number])[] = [
    [`${report.file.name}: ${report.headline}`, 2],
    [report.summary, 0],
    [`Judged for ${report.judgedAt.replace('T', ' ').replace('Z', ' UTC')}.`, 0],
    ['', 0],
    [check('Chain', chain), SUMMARY],
    [check('Expiry', expiry), SUMMARY],
    [check('Domain match', domain), SUMMARY],
    [check('Private key', key), SUMMARY],
    ...revocationLines(report).map((line): [string, number] => [line, SUMMARY]),
    ...report.findings.flatMap(({ severity, title, code, detail, mend }): [string, number][] => [
      ['', 0],
      [`${SEVERITY[severity]}: ${title}  [${code}]`, 2],
      [`  ${detail}`, 2],
      [`  What to do: ${mend}`, 2],
    ]),
  ];
  return `${lines.map(([line, indent]) => wrap(printable(line), width, indent)).join('\n')}\n`;
}

const CHECK_NAME = 14;
/** where the summaries begin */
const SUMMARY = 2 + 4 + 2 + CHECK_NAME;
/** below it, breaking would leave a column of single words */
const LEAST_WIDTH = 40;

/** Breaks between words; what follows is indented. A word longer than a line, such as an address, stays whole. */
function wrap(line: string, width: number | undefined, indent: number): string {
  if (width === undefined || line.length <= width) return line;
  const room = Math.max(width, LEAST_WIDTH);
  const [lead = ''] = /^ */.exec(line) ?? [];
  const lines: string[] = [];
  let current = lead;
  for (const word of line.slice(lead.length).split(/(?<=\S)(?= )/)) {
    if (current.length + word.length > room && current.trim() !== '') {
      lines.push(current);
      current = ' '.repeat(indent) + word.trimStart();
    } else {
      current += word;
    }
  }
  return [...lines, current].join('\n');
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
