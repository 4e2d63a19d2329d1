import { CALENDAR, type CalendarRow } from '../../shared/calendar.ts';
import { time } from '../format/dates.ts';
import { h } from '../ui/dom.ts';
import { mark } from '../ui/icons.ts';
import { MARKS } from './calendarPicture.ts';

/** Each certificate with its dates, those that end first at the top. */
export function calendarTable(rows: readonly CalendarRow[]): HTMLElement {
  const { columns } = CALENDAR;
  return h(
    'section',
    {},
    h('h2', { id: 'all' }, CALENDAR.tableHeading),
    h(
      'div',
      // reached by Tab, so that it can be scrolled by keyboard where it is wider than the page
      { class: 'table', role: 'region', 'aria-labelledby': 'all', tabindex: 0 },
      h(
        'table',
        {},
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            [
              columns.ends,
              columns.left,
              columns.environments,
              columns.certificate,
              columns.issuer,
              columns.renew,
              columns.renewal,
            ].map((head) => h('th', { scope: 'col' }, head)),
          ),
        ),
        h('tbody', {}, rows.map(tableRow)),
      ),
    ),
  );
}

function tableRow(row: CalendarRow): HTMLElement {
  const kind = MARKS[row.state];
  return h(
    'tr',
    { class: kind },
    h('td', { class: 'date' }, time(row.notAfter)),
    h(
      'td',
      { class: 'left' },
      h('span', { class: 'with-mark' }, mark(kind, CALENDAR.states[row.state]), CALENDAR.left(row.daysLeft)),
    ),
    h('td', {}, h('bdi', {}, row.environments.join(', '))),
    h('th', { scope: 'row' }, h('bdi', {}, row.name), h('small', {}, h('bdi', {}, row.hosts.join(', ')))),
    h('td', {}, h('bdi', {}, row.issuerName)),
    ...renewalCells(row),
  );
}

function renewalCells({ renewal }: CalendarRow): readonly HTMLElement[] {
  if (!renewal) return [h('td', { colspan: 2 }, CALENDAR.renewedByOutSystems)];
  const { days, due, from } = renewal;
  return [
    h('td', { class: 'date' }, due ? CALENDAR.renewNow : time(from)),
    h('td', {}, days === null ? '' : CALENDAR.renewal(days)),
  ];
}
