import { CALENDAR, type ValidityStep } from '../../shared/calendar.ts';
import { shortDate } from '../format/dates.ts';
import { h, s } from '../ui/dom.ts';

/** What bars, their ends and the dashed line stand for. */
export function legend(): HTMLElement {
  const { bar, step, warn } = CALENDAR.legend;
  const rect = (className: string): SVGElement => s('rect', { class: className, x: 0, y: 3, width: 22, height: 10 });
  return h(
    'ul',
    { class: 'legend', role: 'list', 'aria-label': CALENDAR.legendHeading },
    entry('pass', rect('bar'), bar),
    entry('warn', rect('late'), warn),
    entry('', s('line', { class: 'step', x1: 11, y1: 0, x2: 11, y2: 16 }), step),
  );
}

function entry(kind: string, picture: SVGElement, text: string): HTMLElement {
  return h(
    'li',
    { class: kind },
    s('svg', { width: 22, height: 16, 'aria-hidden': 'true', focusable: 'false' }, picture),
    text,
  );
}

/** How long certificates may live that are issued from a day on. */
export function stepsSection(steps: readonly ValidityStep[]): HTMLElement {
  return h(
    'section',
    { 'aria-labelledby': 'steps' },
    h('h2', { id: 'steps' }, CALENDAR.stepsHeading),
    h(
      'ul',
      { class: 'steps' },
      steps.map(({ days, from }) => h('li', {}, CALENDAR.stepText(shortDate(from), days))),
    ),
    h('p', { class: 'quiet' }, `${CALENDAR.stepsDetail} (${CALENDAR.stepsSource})`),
  );
}
