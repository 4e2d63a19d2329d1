import type { CheckStatus, Severity, Verdict } from '../../core/report/report.ts';
import { SEVERITY_WORDS, STATUS_WORDS } from '../../shared/strings.ts';
import { h, s } from './dom.ts';

export type Mark = 'pass' | 'warn' | 'fail' | 'info';

/** Outline and sign of each mark on a 16 × 16 grid: the outline tells them apart without colour. */
const SHAPES: Readonly<Record<Mark, readonly [outline: string, sign: string]>> = {
  pass: ['M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0z', 'M4.4 8.2l2.5 2.6 4.8-5.4'],
  warn: [
    'M8 .8c.6 0 1.1.3 1.4.8l6.3 11.3c.6 1.1-.2 2.3-1.4 2.3H1.7c-1.2 0-2-1.2-1.4-2.3L6.6 1.6C6.9 1.1 7.4.8 8 .8z',
    'M8 5.3v4.3M8 12v.6',
  ],
  fail: ['M4.7 0h6.6L16 4.7v6.6L11.3 16H4.7L0 11.3V4.7z', 'M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6'],
  info: ['M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0z', 'M8 7.2v4.6M8 4v.6'],
};

/** The mark as a picture alone, for where its word stands beside it; with `word` also in words for a screen reader. */
export function mark(kind: Mark, word?: string): HTMLElement {
  const [outline, sign] = SHAPES[kind];
  const picture = s(
    'svg',
    { viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true', focusable: 'false' },
    s('path', { class: 'outline', d: outline }),
    s('path', { class: 'sign', d: sign }),
  );
  return h(
    'span',
    { class: `mark ${kind}`, title: word },
    picture,
    word !== undefined && h('span', { class: 'sr' }, `${word}: `),
  );
}

export function statusMark(status: CheckStatus): HTMLElement {
  return mark(status, STATUS_WORDS[status]);
}

export function severityMark(severity: Severity): HTMLElement {
  return mark(severityKind(severity), SEVERITY_WORDS[severity]);
}

export function verdictKind(verdict: Verdict): Mark {
  switch (verdict) {
    case 'ready':
      return 'pass';
    case 'warnings':
      return 'warn';
    case 'errors':
      return 'fail';
  }
}

function severityKind(severity: Severity): Mark {
  switch (severity) {
    case 'error':
      return 'fail';
    case 'warning':
      return 'warn';
    case 'info':
      return 'info';
  }
}

const GLYPHS = {
  copy: 'M5.5 4.5v-3h8v9h-3M2.5 5.5h7v9h-7z',
  check: 'M2.5 8.5l3.5 3.5 7.5-8.5',
  down: 'M3.5 6l4.5 4.5L12.5 6',
  lock: 'M4.5 7V4.8a3.5 3.5 0 0 1 7 0V7M3 7h10v7.5H3zM8 10v2',
} as const;

/** A plain sign drawn in the colour of the text around it. */
export function glyph(name: keyof typeof GLYPHS, size = 16): SVGSVGElement {
  return s(
    'svg',
    { class: 'glyph', viewBox: '0 0 16 16', width: size, height: size, 'aria-hidden': 'true', focusable: 'false' },
    s('path', { d: GLYPHS[name] }),
  );
}
