import type { DomainRow } from '../../core/report/report.ts';
import { BUTTONS, DOMAINS } from '../../shared/strings.ts';
import { answerPlace, button } from '../ui/button.ts';
import type { Context } from '../ui/context.ts';
import { type Child, h } from '../ui/dom.ts';
import { mark } from '../ui/icons.ts';
import type { ReportState } from './reportView.ts';

/** Every domain of every environment, and which name of the certificate covers it; the chosen environment first. */
export function domainSection(context: Context, state: ReportState): HTMLElement {
  const { environment, domains } = state.report;
  const content =
    domains.length === 0 && (environment === null || state.environments === 0)
      ? [emptyState(context, state)]
      : [
          environment === null && h('p', { class: 'quiet' }, DOMAINS.unchosen),
          environment !== null &&
            environment.domains.length === 0 &&
            h('p', { class: 'quiet' }, DOMAINS.noDomains(environment.name)),
          domains.length > 0
            ? table(domains)
            : environment !== null && environment.domains.length > 0 && h('p', { class: 'quiet' }, DOMAINS.nothing),
        ];
  return h('section', { 'aria-labelledby': 'domains' }, h('h2', { id: 'domains' }, DOMAINS.heading), content);
}

/** Roles are written out because the narrow layout shows the table as a list, which would lose them. */
function table(rows: readonly DomainRow[]): HTMLElement {
  const { columns } = DOMAINS;
  return h(
    'table',
    { class: 'domains', role: 'table', 'aria-labelledby': 'domains' },
    h(
      'thead',
      { role: 'rowgroup' },
      h(
        'tr',
        { role: 'row' },
        head(columns.environment),
        head(columns.domain),
        head(columns.covered),
        head(h('span', { class: 'sr' }, columns.verdict)),
      ),
    ),
    groups(rows).map((group) =>
      h('tbody', { role: 'rowgroup', class: group[0]?.current === true && 'current' }, group.map(domainRow)),
    ),
  );
}

function head(text: Child): HTMLElement {
  return h('th', { scope: 'col', role: 'columnheader' }, text);
}

/** Rows that follow each other for one environment. */
function groups(rows: readonly DomainRow[]): readonly DomainRow[][] {
  const found: DomainRow[][] = [];
  for (const row of rows) {
    const last = found.at(-1);
    if (last?.[0]?.environment === row.environment) last.push(row);
    else found.push([row]);
  }
  return found;
}

function domainRow(row: DomainRow, index: number, group: readonly DomainRow[]): HTMLElement {
  const covered = row.coveredBy !== null;
  return h(
    'tr',
    { role: 'row' },
    index === 0 &&
      h(
        'th',
        { scope: 'rowgroup', role: 'rowheader', rowspan: group.length },
        h('bdi', {}, row.environment),
        row.current && h('span', { class: 'sr' }, ` (${DOMAINS.current})`),
      ),
    h(
      'td',
      { role: 'cell', class: 'domain' },
      h('code', {}, row.domain),
      row.unicode !== undefined && [' ', h('bdi', { class: 'unicode' }, row.unicode)],
    ),
    h('td', { role: 'cell', class: 'covered' }, coverage(row)),
    h(
      'td',
      { role: 'cell', class: 'verdict-cell' },
      mark(covered ? 'pass' : 'fail'),
      h('span', { class: 'sr' }, covered ? DOMAINS.covered : DOMAINS.notCovered),
    ),
  );
}

function coverage(row: DomainRow): readonly (Node | string)[] {
  if (row.coveredBy !== null) return [h('code', {}, row.coveredBy)];
  const reason = row.reason ?? DOMAINS.notCoveredBy;
  // a reason that names it says it all
  return row.nearest === undefined || reason.includes(row.nearest)
    ? [reason]
    : [DOMAINS.nearest, h('code', {}, row.nearest), `: ${reason}`];
}

function emptyState(context: Context, state: ReportState): HTMLElement {
  const answer = answerPlace();
  const names = state.report.certificates.find(({ role }) => role === 'leaf')?.subjectAltNames ?? [];
  return h(
    'div',
    { class: 'empty' },
    h(
      'div',
      {},
      h('h3', {}, DOMAINS.empty),
      h('p', {}, DOMAINS.emptyDetail),
      names.length > 0 &&
        h(
          'p',
          {},
          DOMAINS.covers,
          names.map((name) => [' ', h('code', {}, name)]),
        ),
      answer.element,
    ),
    button(context, { key: 'addEnvironment', request: { command: 'addEnvironment' }, answer }, BUTTONS.addEnvironment),
  );
}
