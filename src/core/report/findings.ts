import { RULES } from '../rules/table.ts';
import type { Finding } from '../rules/rule.ts';
import type { Subject } from '../rules/subject.ts';
import type { CheckId, CheckStatus, Severity, Verdict } from './report.ts';

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** All that the rules find, worst first; within a severity in the order of the table. */
export function findAll(subject: Subject): readonly Finding[] {
  return RULES.flatMap((rule) => rule.find(subject).map((occurrence) => ({ ...occurrence, rule }))).sort(
    (a, b) => RANK[a.rule.severity] - RANK[b.rule.severity],
  );
}

/** What trust hangs on makes a check fail; a lint never does. */
export function statusOf(check: CheckId, findings: readonly Finding[]): CheckStatus {
  const counting = findings.map(({ rule }) => rule).filter(({ checks }) => checks.includes(check));
  if (counting.some(({ severity, lint }) => severity === 'error' && !lint)) return 'fail';
  return counting.some(({ severity }) => severity !== 'info') ? 'warn' : 'pass';
}

export function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some(({ rule }) => rule.severity === 'error')) return 'errors';
  return findings.some(({ rule }) => rule.severity === 'warning') ? 'warnings' : 'ready';
}

export function countOf(findings: readonly Finding[], severity: Severity): number {
  return findings.filter(({ rule }) => rule.severity === severity).length;
}
