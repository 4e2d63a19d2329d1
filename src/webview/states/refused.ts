import type { ViewState } from '../../shared/protocol.ts';
import { BUTTONS, REFUSED } from '../../shared/strings.ts';
import { answerPlace, button } from '../ui/button.ts';
import type { Context } from '../ui/context.ts';
import { h } from '../ui/dom.ts';
import { mark } from '../ui/icons.ts';
import { problemText, stateCard, wordsOf } from './stateCard.ts';

/** Can't be opened, whatever the password: what it is and what to do with it. */
export function refusedView(context: Context, state: Extract<ViewState, { kind: 'refused' }>): readonly Node[] {
  const answer = answerPlace();
  const changed = state.changedOnDisk;
  const problem = wordsOf(state.problem);
  const insist = problem.insist !== undefined;
  return stateCard(
    state.file,
    mark('fail'),
    problemText(wordsOf(state.problem)),
    changed && h('p', { class: 'reason' }, mark('info'), h('span', {}, REFUSED.changed)),
    h(
      'div',
      { class: 'buttons' },
      problem.part === true &&
        button(
          context,
          { key: 'build', request: { command: 'buildPfx' }, answer, primary: !changed },
          BUTTONS.buildPfx,
        ),
      insist &&
        button(context, { key: 'insist', request: { command: 'insist' }, answer, primary: !changed }, BUTTONS.insist),
      insist && button(context, { key: 'close', request: { command: 'close' }, answer }, BUTTONS.cancel),
      (!insist || changed) &&
        button(
          context,
          { key: 'reload', request: { command: 'reload' }, answer, primary: changed },
          changed ? BUTTONS.reload : BUTTONS.tryAgain,
        ),
    ),
    answer.element,
  );
}
