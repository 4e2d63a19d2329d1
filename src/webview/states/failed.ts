import type { ViewState } from '../../shared/protocol.ts';
import { BUTTONS, FAILED } from '../../shared/strings.ts';
import { answerPlace, button } from '../ui/button.ts';
import type { Context } from '../ui/context.ts';
import { h } from '../ui/dom.ts';
import { mark } from '../ui/icons.ts';
import { problemText, stateCard } from './stateCard.ts';

/** An error of ours: what happened, where to read more, and that nothing is lost. */
export function failedView(context: Context, state: Extract<ViewState, { kind: 'failed' }>): readonly Node[] {
  const answer = answerPlace();
  return stateCard(
    state.file,
    mark('fail'),
    problemText(FAILED),
    h(
      'div',
      { class: 'buttons' },
      button(context, { key: 'reload', request: { command: 'reload' }, answer, primary: true }, BUTTONS.reload),
      button(context, { key: 'log', request: { command: 'showLog' }, answer }, BUTTONS.showLog),
    ),
    answer.element,
  );
}
