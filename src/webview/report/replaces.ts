import type { ReportReplacement } from '../../core/report/report.ts';
import type { ReportCertificate } from '../../core/report/reportedCertificate.ts';
import { REPLACES } from '../../shared/sectionStrings.ts';
import { time } from '../format/dates.ts';
import { type Child, h } from '../ui/dom.ts';
import { mark } from '../ui/icons.ts';
import type { ReportState } from './reportView.ts';

/** What changes against the certificate that the environment serves now; nothing where it was never looked at. */
export function replacesSection({ report }: ReportState): readonly Node[] {
  const { replaces, environment } = report;
  const leaf = report.certificates.find(({ role }) => role === 'leaf');
  if (replaces.length === 0 || environment === null || !leaf) return [];
  return [
    h(
      'section',
      { class: 'replaces', 'aria-labelledby': 'replaces' },
      h('h2', { id: 'replaces' }, REPLACES.heading),
      replaces.map((replacement) => [
        h(
          'p',
          { class: 'quiet' },
          REPLACES.seen(replacement.hosts.length),
          listed(replacement.hosts),
          REPLACES.seenOn,
          time(replacement.seenAt),
          '.',
        ),
        replacement.same
          ? h('p', { class: 'same' }, mark('info'), h('span', {}, REPLACES.same))
          : comparison(replacement, leaf),
      ]),
    ),
  ];
}

/** Roles are written out because the narrow layout shows the table as a list, which would lose them. */
function comparison(replacement: ReportReplacement, leaf: ReportCertificate): HTMLElement {
  const { columns, rows } = REPLACES;
  const { issuer, pins, namesGained, namesLost, domainsLost } = replacement;
  return h(
    'table',
    { class: 'compare', role: 'table', 'aria-labelledby': 'replaces' },
    h(
      'thead',
      { role: 'rowgroup' },
      h(
        'tr',
        { role: 'row' },
        head(h('span', { class: 'sr' }, columns.what)),
        head(columns.now),
        head(columns.next),
        head(columns.change),
      ),
    ),
    h(
      'tbody',
      { role: 'rowgroup' },
      row(rows.certificate, h('bdi', {}, replacement.name), h('bdi', {}, leaf.name), null),
      row(rows.end, time(replacement.notAfter), time(leaf.notAfter), REPLACES.days(replacement.daysWon)),
      row(
        rows.issuer,
        h('bdi', {}, issuer.from),
        h('bdi', {}, issuer.to),
        issuer.changed ? REPLACES.changed : REPLACES.unchanged,
      ),
      row(
        rows.names,
        namesLost.length === 0 ? null : [REPLACES.lost, names(namesLost, domainsLost)],
        namesGained.length === 0 ? null : [REPLACES.gained, names(namesGained, [])],
        namesLost.length + namesGained.length === 0 ? REPLACES.sameNames : null,
      ),
      row(
        rows.pin,
        h('code', { class: 'pick' }, pins.from),
        h('code', { class: 'pick' }, pins.to),
        REPLACES.keys[replacement.keyReused === null ? 'unknown' : replacement.keyReused ? 'reused' : 'fresh'],
      ),
    ),
  );
}

function head(text: Child): HTMLElement {
  return h('th', { scope: 'col', role: 'columnheader' }, text);
}

function row(what: string, now: Child, next: Child, change: Child): HTMLElement {
  const { columns } = REPLACES;
  return h(
    'tr',
    { role: 'row' },
    h('th', { scope: 'row', role: 'rowheader' }, what),
    cell(columns.now, now),
    cell(columns.next, next),
    cell(columns.change, change),
  );
}

function cell(column: string, value: Child): HTMLElement {
  return h(
    'td',
    { role: 'cell', class: value === null && 'without' },
    h('span', { class: 'column', 'aria-hidden': 'true' }, `${column}: `),
    value,
  );
}

/** Each name; one of the environment's domains that is lost is marked. */
function names(all: readonly string[], marked: readonly string[]): HTMLElement {
  return h(
    'ul',
    { role: 'list' },
    all.map((name) => h('li', {}, marked.includes(name) && [mark('fail', REPLACES.domainLost)], h('code', {}, name))),
  );
}

function listed(hosts: readonly string[]): Child {
  return hosts.map((host, index) => [index > 0 && ', ', h('code', {}, host)]);
}
