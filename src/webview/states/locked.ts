import type { ViewState } from '../../shared/protocol.ts';
import { BUTTONS, LOCKED } from '../../shared/strings.ts';
import { answerPlace, button } from '../ui/button.ts';
import type { Context } from '../ui/context.ts';
import { h } from '../ui/dom.ts';
import { glyph, mark } from '../ui/icons.ts';
import { stateCard } from './stateCard.ts';

/** Waits for a password: what the file seems to be, why the last password did not do, and one button. */
export function lockedView(context: Context, state: Extract<ViewState, { kind: 'locked' }>): readonly Node[] {
  const answer = answerPlace();
  const unlock = button(
    context,
    {
      key: 'unlock',
      request: { command: 'unlock' },
      answer,
      primary: true,
      describedBy: state.reason === null ? undefined : 'reason',
    },
    BUTTONS.unlock,
  );
  unlock.dataset['enter'] = '';
  unlock.dataset['autofocus'] = '';
  return stateCard(
    state.file,
    glyph('lock', 32),
    h('p', {}, LOCKED.what),
    h('p', {}, LOCKED.detail),
    state.reason !== null &&
      h('p', { class: 'reason', id: 'reason' }, mark('fail', 'Error'), h('span', {}, state.reason)),
    h('div', { class: 'buttons' }, unlock),
    answer.element,
  );
}
