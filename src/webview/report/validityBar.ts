import type { ReportCertificate } from '../../core/report/reportedCertificate.ts';
import { EXPIRY } from '../../shared/sectionStrings.ts';
import { s } from '../ui/dom.ts';
import { percent, type TimeWindow } from './timeWindow.ts';

const HEIGHT = 30;
const BAR = { y: 8, height: 14 };

/** One validity as a bar; an arrow head where it goes on beyond the picture. */
export function validityBar(certificate: ReportCertificate, window: TimeWindow, now: number): SVGSVGElement {
  const today = `${percent(window, now)}%`;
  return s(
    'svg',
    { class: 'track', width: '100%', height: HEIGHT, 'aria-hidden': 'true', focusable: 'false' },
    s('line', { class: 'lane', x1: 0, y1: HEIGHT / 2, x2: '100%', y2: HEIGHT / 2 }),
    bar(Date.parse(certificate.notBefore), Date.parse(certificate.notAfter), window),
    s('line', { class: 'now', x1: today, y1: 0, x2: today, y2: HEIGHT }),
  );
}

function bar(start: number, end: number, window: TimeWindow): readonly SVGElement[] {
  const { from, to } = window;
  if (end <= from) return [edge('left', 'edge beyond')];
  if (start >= to) return [edge('right', 'edge beyond')];
  const left = percent(window, start);
  // nothing to see is worse than a little too much
  const width = Math.max(percent(window, end) - left, 0.5);
  return [
    s('rect', { class: 'bar', x: `${left}%`, y: BAR.y, width: `${width}%`, height: BAR.height, rx: 3 }),
    ...(start < from ? [edge('left', 'edge')] : []),
    ...(end > to ? [edge('right', 'edge')] : []),
  ];
}

/** An arrow head that says that there is more beyond; drawn from its own zero, which hangs on one side of the picture. */
function edge(side: 'left' | 'right', className: string): SVGSVGElement {
  const [x, d] =
    side === 'left'
      ? ['0%', 'M12 11L8 15L12 19M18 11L14 15L18 19']
      : ['100%', 'M-12 11L-8 15L-12 19M-18 11L-14 15L-18 19'];
  return s('svg', { x, overflow: 'visible' }, s('path', { class: className, d }, s('title', {}, EXPIRY.continues)));
}

/** The dates under the bars. */
export function axisPicture(labels: readonly SVGElement[]): SVGSVGElement {
  return s('svg', { class: 'track', width: '100%', height: 24, 'aria-hidden': 'true', focusable: 'false' }, labels);
}

export function axisText(at: number, text: string, kind: 'tick' | 'today'): SVGElement {
  return s(
    'g',
    { class: kind },
    s('line', { x1: `${at}%`, y1: 0, x2: `${at}%`, y2: 5 }),
    s('text', { x: `${at}%`, y: 18, 'text-anchor': 'middle' }, text),
  );
}
