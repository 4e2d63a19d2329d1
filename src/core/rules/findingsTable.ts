import { codeSpan, table } from '../markdown.ts';
import { LIFETIME_MESSAGES, type LifetimeMessage } from './lifetimeMessages.ts';
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
        (rule.checks.join(', ') || 'none of the four') +
          (rule.lint && rule.severity === 'error' ? ' (as a warning)' : ''),
        rule.title(PLACEHOLDERS),
        rule.lifetimeMessage ?? '',
      ]),
    ),
    '## What LifeTime’s validator can say',
    'Each message of the wizard, and what says it here before the upload: findings by their code, and reasons for which a file can’t be opened.',
    table(
      ['LifeTime says', 'Said here by'],
      LIFETIME_MESSAGES.map((message) => [message.text, saidBy(message)]),
    ),
    ...RULES.map(describe),
    '',
  ].join('\n\n');
}

function saidBy({ text, opening, notForPfx }: LifetimeMessage): string {
  const codes = RULES.filter(({ lifetimeMessage }) => lifetimeMessage?.startsWith(text)).map(({ code }) => code);
  return [...opening, ...codes].map(codeSpan).join(', ') || `can’t come for a PFX (${notForPfx ?? ''})`;
}

function describe(rule: Rule): string {
  return `## ${rule.code}\n\n${rule.detail(PLACEHOLDERS)}\n\n**What to do:** ${rule.mend(PLACEHOLDERS)}\n\n**Source:** ${rule.source}`;
}

const PLACEHOLDERS: Params = new Proxy({}, { get: () => '…' });
