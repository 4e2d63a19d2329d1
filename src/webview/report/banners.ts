import { BANNERS, BUTTONS } from '../../shared/strings.ts';
import { answerPlace, button } from '../ui/button.ts';
import type { Context } from '../ui/context.ts';
import { type Child, h } from '../ui/dom.ts';
import { mark } from '../ui/icons.ts';
import type { ReportState } from './reportView.ts';

/** What makes the report itself doubtful: the file is another one by now, or trusted certificates could not be read. */
export function banners(context: Context, state: ReportState): readonly Node[] {
  return [...fileBanner(context, state.changedOnDisk), ...trustBanner(state.trustProblems)];
}

function fileBanner(context: Context, changed: ReportState['changedOnDisk']): readonly Node[] {
  switch (changed) {
    case 'no':
      return [];
    case 'gone':
      return [banner(h('strong', {}, BANNERS.gone), ' ', BANNERS.goneDetail)];
    case 'changed': {
      const answer = answerPlace();
      const text = h(
        'div',
        {},
        h('p', {}, h('strong', {}, BANNERS.changed), ' ', BANNERS.changedDetail),
        answer.element,
      );
      return [banner(text, button(context, { key: 'reload', request: { command: 'reload' }, answer }, BUTTONS.reload))];
    }
  }
}

function trustBanner(problems: readonly string[]): readonly Node[] {
  if (problems.length === 0) return [];
  const list = h(
    'ul',
    {},
    problems.map((problem) => h('li', {}, problem)),
  );
  return [banner(h('div', {}, h('p', {}, h('strong', {}, BANNERS.trust)), list))];
}

function banner(...content: readonly Child[]): HTMLElement {
  const [first, ...rest] = content;
  const text = first instanceof HTMLDivElement ? [first, ...rest] : [h('p', {}, content)];
  return h('div', { class: 'banner', role: 'note' }, mark('warn', 'Warning'), text);
}
