import type { Report } from '../../core/report/report.ts';
import type { ReportCertificate } from '../../core/report/reportedCertificate.ts';
import { EXPIRY } from '../../shared/sectionStrings.ts';
import { MONTHS, ROLE_WORDS } from '../../shared/strings.ts';
import { time, timeLeft } from '../format/dates.ts';
import { h } from '../ui/dom.ts';
import { mark, type Mark } from '../ui/icons.ts';
import { percent, ticks, timeWindow, type TimeWindow } from './timeWindow.ts';
import { axisPicture, axisText, validityBar } from './validityBar.ts';

/** When each certificate ends: bars against today, and the same as a table for whoever does not see them. */
export function expirySection(report: Report): readonly Node[] {
  const { certificates } = report;
  if (certificates.length === 0) return [];
  const now = Date.parse(report.judgedAt);
  const window = timeWindow(certificates, now);
  return [
    h(
      'section',
      { 'aria-labelledby': 'expiry' },
      h('h2', { id: 'expiry' }, EXPIRY.heading),
      h(
        'div',
        { class: 'spans', 'aria-hidden': 'true' },
        certificates.map((certificate) => row(certificate, window, now)),
        axis(window, now),
      ),
      table(certificates),
    ),
  ];
}

function row(certificate: ReportCertificate, window: TimeWindow, now: number): HTMLElement {
  const kind = validityKind(certificate.validity);
  return h(
    'div',
    { class: `span ${kind}` },
    h('div', { class: 'span-name ellipsis', title: certificate.name }, h('bdi', {}, certificate.name)),
    validityBar(certificate, window, now),
    h(
      'div',
      { class: 'span-end' },
      kind !== 'pass' && mark(kind),
      h('span', {}, time(certificate.notAfter), ` · ${timeLeft(certificate)}`),
    ),
  );
}

function axis(window: TimeWindow, now: number): HTMLElement {
  const today = percent(window, now);
  const labels = ticks(window)
    .map((moment) => ({ at: percent(window, moment), date: new Date(moment) }))
    .filter(({ at }) => Math.abs(at - today) > 17)
    .map(({ at, date }) => axisText(at, `${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`, 'tick'));
  return h(
    'div',
    { class: 'span axis' },
    h('div', { class: 'span-name' }),
    axisPicture([...labels, axisText(today, EXPIRY.today, 'today')]),
  );
}

/** Rows are tables to a screen reader: certificate, from, to, time left. */
function table(certificates: readonly ReportCertificate[]): HTMLElement {
  const { columns } = EXPIRY;
  const heads = [columns.certificate, columns.from, columns.to, columns.left];
  const facts = h(
    'table',
    {},
    h('caption', {}, EXPIRY.caption),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        heads.map((head) => h('th', { scope: 'col' }, head)),
      ),
    ),
    h(
      'tbody',
      {},
      certificates.map((certificate) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, `${certificate.name} (${ROLE_WORDS[certificate.role]})`),
          h('td', {}, time(certificate.notBefore)),
          h('td', {}, time(certificate.notAfter)),
          h('td', {}, timeLeft(certificate)),
        ),
      ),
    ),
  );
  // a table does not shrink: what hides it has to stand around it
  return h('div', { class: 'sr' }, facts);
}

function validityKind(validity: ReportCertificate['validity']): Mark {
  switch (validity) {
    case 'valid':
      return 'pass';
    case 'expiring':
      return 'warn';
    case 'expired':
    case 'notYetValid':
      return 'fail';
  }
}
