import { codeSpan, table } from '../markdown.ts';
import type { Params, Rule } from './rule.ts';
import { RULES } from './table.ts';

/** docs/findings.md: every code with its severity, texts, the LifeTime message that it predicts and its source. */
export function findingsMarkdown(): string {
  return [
    '# Findings',
    'What the check can find. `…` stands for what is filled in from the file. An error makes the verdict “not ready”; information never changes it.',
    table(
      ['Code', 'Severity', 'Counts for', 'Title', 'LifeTime would say'],
      RULES.map((rule) => [
        codeSpan(rule.code),
        rule.severity,
        rule.checks.join(', ') || 'none of the four',
        rule.title(PLACEHOLDERS),
        rule.lifetimeMessage ?? '',
      ]),
    ),
    ...RULES.map(describe),
    '',
  ].join('\n\n');
}

function describe(rule: Rule): string {
  return `## ${rule.code}\n\n${rule.detail(PLACEHOLDERS)}\n\n**What to do:** ${rule.mend(PLACEHOLDERS)}\n\n**Source:** ${rule.source}`;
}

const PLACEHOLDERS: Params = new Proxy({}, { get: () => '…' });
