import type { DomainRow, EnvironmentRow } from '../../core/report/report.ts';
import { DOMAINS } from '../../shared/sectionStrings.ts';
import { BUTTONS } from '../../shared/strings.ts';
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
          state.report.environments.length > 1 && h('p', { class: 'totals' }, totals(state.report.environments)),
          domains.length > 0
            ? table(domains, state.report.environments)
            : environment !== null && environment.domains.length > 0 && h('p', { class: 'quiet' }, DOMAINS.nothing),
        ];
  return h('section', { 'aria-labelledby': 'domains' }, h('h2', { id: 'domains' }, DOMAINS.heading), content);
}

/** Roles are written out because the narrow layout shows the table as a list, which would lose them. */
function table(rows: readonly DomainRow[], environments: readonly EnvironmentRow[]): HTMLElement {
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
      h(
        'tbody',
        { role: 'rowgroup', class: group[0]?.current === true && 'current' },
        group.map((row, index) => domainRow(row, index, group, environments)),
      ),
    ),
    environments
      .filter(({ of }) => of === 0)
      .map((environment) =>
        h('tbody', { role: 'rowgroup', class: environment.current && 'current' }, emptyRow(environment)),
      ),
  );
}

/** Which of them this one certificate would serve. */
function totals(environments: readonly EnvironmentRow[]): string {
  const served = environments.filter(({ covered, of }) => of > 0 && covered === of).length;
  return DOMAINS.serves(served, environments.length);
}

function emptyRow({ name, current }: EnvironmentRow): HTMLElement {
  return h(
    'tr',
    { role: 'row' },
    environmentHead(name, current, 1),
    h('td', { role: 'cell', class: 'domain quiet' }, DOMAINS.noDomainYet),
    h('td', { role: 'cell', class: 'covered' }),
    h('td', { role: 'cell', class: 'verdict-cell' }),
  );
}

function environmentHead(name: string, current: boolean, rows: number, note?: string): HTMLElement {
  return h(
    'th',
    { scope: 'rowgroup', role: 'rowheader', rowspan: rows },
    h('bdi', {}, name),
    current && h('span', { class: 'sr' }, ` (${DOMAINS.current})`),
    note !== undefined && h('span', { class: 'served-note' }, note),
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

function domainRow(
  row: DomainRow,
  index: number,
  group: readonly DomainRow[],
  environments: readonly EnvironmentRow[],
): HTMLElement {
  const covered = row.coveredBy !== null;
  const known = environments.find(({ name }) => name === row.environment);
  return h(
    'tr',
    { role: 'row' },
    index === 0 &&
      environmentHead(
        row.environment,
        row.current,
        group.length,
        known && known.of > 1 ? DOMAINS.coveredOf(known.covered, known.of) : undefined,
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
