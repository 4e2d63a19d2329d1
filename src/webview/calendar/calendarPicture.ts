import { CALENDAR, type CalendarRow, type CalendarState } from '../../shared/calendar.ts';
import { MONTHS } from '../../shared/strings.ts';
import { shortDate } from '../format/dates.ts';
import { percent, type TimeWindow } from '../report/timeWindow.ts';
import { axisText } from '../report/validityBar.ts';
import { h, s } from '../ui/dom.ts';
import { mark, type Mark } from '../ui/icons.ts';

const HEIGHT = 30;
const BAR = { y: 8, height: 14 };
const AXIS_HEIGHT = 24;
/** months between the dates of the axis */
const STEP = 2;
/** per cent of the picture within which two labels would touch; in a narrow one */
const NEAR = 9;
const NEAR_WHERE_NARROW = 20;

export const MARKS: Readonly<Record<CalendarRow['state'], Mark>> = { valid: 'pass', expiring: 'warn', expired: 'fail' };

/** A bar for each certificate against today. The table says the same to whoever does not see it. */
export function calendarPicture(state: CalendarState): HTMLElement {
  const window = { from: Date.parse(state.from), to: Date.parse(state.to) };
  const now = Date.parse(state.now);
  const steps = state.steps.filter(({ from }) => Date.parse(from) > now && Date.parse(from) < window.to);
  const marks = steps.map(({ from, days }) => ({ at: percent(window, Date.parse(from)), days }));
  return h(
    'div',
    { class: 'spans', 'aria-hidden': 'true' },
    axis(window, now, marks),
    state.rows.map((row) => line(row, window, now, marks)),
  );
}

type StepMark = { readonly at: number; readonly days: number };

function line(row: CalendarRow, window: TimeWindow, now: number, steps: readonly StepMark[]): HTMLElement {
  const kind = MARKS[row.state];
  const names = row.environments.join(', ');
  return h(
    'div',
    { class: `span ${kind}` },
    h('div', { class: 'span-name ellipsis', title: `${names}: ${row.name}` }, h('bdi', {}, names)),
    s(
      'svg',
      { class: 'track', width: '100%', height: HEIGHT, focusable: 'false' },
      s('line', { class: 'lane', x1: 0, y1: HEIGHT / 2, x2: '100%', y2: HEIGHT / 2 }),
      bar(row, window),
      steps.map(({ at }) => vertical('step', at)),
      vertical('now', percent(window, now)),
    ),
    h(
      'div',
      { class: 'span-end' },
      kind !== 'pass' && mark(kind),
      h('span', {}, `${shortDate(row.notAfter)} · ${CALENDAR.left(row.daysLeft)}`),
    ),
  );
}

/** The validity, and its last part in which it counts as expiring. */
function bar({ notBefore, notAfter, warnFrom }: CalendarRow, window: TimeWindow): readonly SVGElement[] {
  const [left, late, right] = [notBefore, warnFrom, notAfter].map((moment) => percent(window, Date.parse(moment)));
  if (left === undefined || late === undefined || right === undefined) return [];
  const part = (className: string, from: number, to: number): SVGElement =>
    s('rect', { class: className, x: `${from}%`, y: BAR.y, width: `${Math.max(to - from, 0.5)}%`, height: BAR.height });
  return [part('bar', left, right), ...(late < right ? [part('late', late, right)] : [])];
}

function vertical(className: string, at: number): SVGElement {
  return s('line', { class: className, x1: `${at}%`, y1: 0, x2: `${at}%`, y2: HEIGHT });
}

function axis(window: TimeWindow, now: number, steps: readonly StepMark[]): HTMLElement {
  const today = percent(window, now);
  const taken = [today, ...steps.map(({ at }) => at)];
  const isNear = (at: number, distance: number): boolean => taken.some((other) => Math.abs(at - other) <= distance);
  const dates = months(window)
    .map((moment) => ({ at: percent(window, moment), date: new Date(moment) }))
    .filter(({ at }) => at > 4 && at < 96 && !isNear(at, NEAR))
    .map(({ at, date }) => {
      const label = axisText(at, dateText(date), 'tick');
      return isNear(at, NEAR_WHERE_NARROW) ? s('g', { class: 'near' }, label) : label;
    });
  return h(
    'div',
    { class: 'span axis' },
    h('div', { class: 'span-name' }),
    s(
      'svg',
      { class: 'track', width: '100%', height: AXIS_HEIGHT, focusable: 'false' },
      dates,
      steps.map(({ at, days }) =>
        s(
          'g',
          { class: 'step-label' },
          s('text', { x: `${at}%`, y: 18, 'text-anchor': 'middle' }, CALENDAR.step(days)),
        ),
      ),
      s('g', { class: 'today' }, s('text', { x: `${today}%`, y: 18, 'text-anchor': 'middle' }, CALENDAR.today)),
    ),
  );
}

/** First days of every second month (UTC). */
function months({ from, to }: TimeWindow): readonly number[] {
  const first = new Date(from);
  const start = first.getUTCFullYear() * 12 + first.getUTCMonth() + 1;
  return Array.from({ length: 14 }, (_, i) => start + i)
    .filter((month) => month % STEP === 0)
    .map((month) => Date.UTC(Math.floor(month / 12), month % 12, 1))
    .filter((moment) => moment < to);
}

function dateText(date: Date): string {
  const month = MONTHS[date.getUTCMonth()] ?? '';
  return date.getUTCMonth() < STEP ? `${month} ${date.getUTCFullYear()}` : month;
}
