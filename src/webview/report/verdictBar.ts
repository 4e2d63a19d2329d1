import { BUTTONS, PAGE } from '../../shared/strings.ts';
import { answerPlace, button, type Answer } from '../ui/button.ts';
import type { Context } from '../ui/context.ts';
import { h } from '../ui/dom.ts';
import { glyph, mark, verdictKind } from '../ui/icons.ts';
import type { ReportState } from './reportView.ts';

/** "Can I submit this?", answered for the environment that the button at its end names. */
export function verdictBar(context: Context, state: ReportState): HTMLElement {
  const { report } = state;
  const answer = answerPlace();
  const kind = verdictKind(report.verdict);
  return h(
    'section',
    { class: `verdict ${kind}`, 'aria-labelledby': 'headline' },
    mark(kind),
    h('div', { class: 'verdict-text' }, h('h2', { id: 'headline' }, report.headline), ' ', h('p', {}, report.summary)),
    environmentButton(context, state, answer),
    answer.element,
  );
}

function environmentButton(context: Context, state: ReportState, answer: Answer): HTMLButtonElement {
  const { environment } = state.report;
  if (environment === null) {
    return state.environments === 0
      ? button(context, { key: 'environment', request: { command: 'addEnvironment' }, answer }, BUTTONS.addEnvironment)
      : button(
          context,
          { key: 'environment', request: { command: 'chooseEnvironment' }, answer },
          BUTTONS.chooseEnvironment,
        );
  }
  const text = [...new Set([environment.name, ...environment.domains.slice(0, 1)])].join(' · ');
  return button(
    context,
    {
      key: 'environment',
      request: { command: 'chooseEnvironment' },
      answer,
      class: 'environment',
      title: `${text}\n${PAGE.changeEnvironment}`,
    },
    h('span', { class: 'sr' }, PAGE.environmentIs),
    h('bdi', { class: 'ellipsis' }, text),
    glyph('down', 12),
  );
}
