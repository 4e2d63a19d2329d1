import { codeSpan, table } from '../markdown.ts';
import type { Params } from '../rules/rule.ts';
import type { ServedRule } from './servedRule.ts';
import { SERVED_RULES } from './servedRules.ts';

/** docs/servedFindings.md: every code with its severity, the state that it makes, its texts and its source. */
export function servedFindingsMarkdown(): string {
  return [
    '# Findings about what a host serves',
    'What `outsystems-ssl probe` and the environments of the tree can find. `…` stands for what is filled in. The state of a host is the worst of its findings’.',
    table(
      ['Code', 'Severity', 'State', 'Title'],
      SERVED_RULES.map((rule) => [codeSpan(rule.code), rule.severity, rule.state ?? '', rule.title(PLACEHOLDERS)]),
    ),
    ...SERVED_RULES.map(describe),
    '',
  ].join('\n\n');
}

function describe(rule: ServedRule): string {
  return `## ${rule.code}\n\n${rule.detail(PLACEHOLDERS)}\n\n**What to do:** ${rule.mend(PLACEHOLDERS)}\n\n**Source:** ${rule.source}`;
}

const PLACEHOLDERS: Params = new Proxy({}, { get: () => '…' });
