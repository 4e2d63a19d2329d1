import type { Report } from '../../core/report/report.ts';
import { type Child, h } from '../ui/dom.ts';

/** The page's heading: the file and its leaf by name, and a line below. */
export function headTitle({ file, certificates }: Report, below: Child): HTMLElement {
  const leaf = certificates.find(({ role }) => role === 'leaf');
  return h(
    'div',
    { class: 'head-title' },
    h('h1', { tabindex: -1 }, h('bdi', {}, file.name), leaf !== undefined && h('small', {}, h('bdi', {}, leaf.name))),
    h('p', { class: 'sub' }, below),
  );
}
