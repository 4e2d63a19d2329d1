import type { ViewState } from '../../shared/protocol.ts';
import { BUTTONS, STEP_WORDS, WORKING } from '../../shared/strings.ts';
import { answerPlace, button } from '../ui/button.ts';
import type { Context } from '../ui/context.ts';
import { h } from '../ui/dom.ts';
import { glyph, mark } from '../ui/icons.ts';
import { stateCard } from './stateCard.ts';

const STEPS = ['reading', 'opening', 'judging'] as const;

/** Progress in place: which step it is at, and Cancel. */
export function workingView(context: Context, state: Extract<ViewState, { kind: 'working' }>): readonly Node[] {
  const answer = answerPlace();
  const at = STEPS.indexOf(state.step);
  return stateCard(
    state.file,
    glyph('lock', 32),
    h('div', { class: 'progress', role: 'progressbar', 'aria-label': STEP_WORDS[state.step] }, h('span', {})),
    h(
      'ol',
      { class: 'steps' },
      STEPS.map((step, index) => {
        const when = index < at ? 'done' : index === at ? 'current' : 'waiting';
        return h(
          'li',
          { class: when, 'aria-current': when === 'current' && 'step' },
          h('span', { class: 'step-sign', 'aria-hidden': 'true' }, when === 'done' && glyph('check', 12)),
          h('span', {}, STEP_WORDS[step], h('span', { class: 'sr' }, ` (${WORKING[when]})`)),
        );
      }),
    ),
    state.timeLimit !== null &&
      h('p', { class: 'reason' }, mark('info'), h('span', {}, WORKING.timeLimit(state.timeLimit))),
    h(
      'div',
      { class: 'buttons' },
      button(context, { key: 'cancel', request: { command: 'cancel' }, answer }, BUTTONS.cancel),
    ),
    answer.element,
  );
}
