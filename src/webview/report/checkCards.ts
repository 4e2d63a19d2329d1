import type { CheckId, Report } from '../../core/report/report.ts';
import { CHECK_NAMES, PAGE } from '../../shared/strings.ts';
import { h } from '../ui/dom.ts';
import { statusMark } from '../ui/icons.ts';

const ORDER: readonly CheckId[] = ['chain', 'expiry', 'domain', 'key'];

/** The four things that are asked of a certificate, side by side, each with its one telling fact. */
export function checkCards(report: Report): HTMLElement {
  const cards = ORDER.map((id) => {
    const { status, summary } = report.checks[id];
    return h('li', { class: `card ${status}` }, h('h3', {}, statusMark(status), CHECK_NAMES[id]), h('p', {}, summary));
  });
  return h(
    'section',
    { 'aria-labelledby': 'checks' },
    h('h2', { class: 'sr', id: 'checks' }, PAGE.checksHeading),
    h('ul', { class: 'cards', role: 'list' }, cards),
  );
}
