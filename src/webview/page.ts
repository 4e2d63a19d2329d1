import type { PageRequest, ViewState } from '../shared/protocol.ts';
import { ANNOUNCE, FAILED, STEP_WORDS } from '../shared/strings.ts';
import type { Host } from './host.ts';
import { Keeper } from './keeper.ts';
import { reportView } from './report/reportView.ts';
import { servedView } from './report/servedView.ts';
import { failedView } from './states/failed.ts';
import { lockedView } from './states/locked.ts';
import { refusedView } from './states/refused.ts';
import { wordsOf } from './states/stateCard.ts';
import { workingView } from './states/working.ts';
import { type Answer, answerPlace } from './ui/button.ts';
import type { Context } from './ui/context.ts';
import { h } from './ui/dom.ts';

/** Shows one state at a time, whole, and keeps what the reader was doing across them. */
export class Page {
  readonly #main = h('main', {});
  readonly #said = h('p', { class: 'sr', role: 'status' });
  readonly #answer: Answer = answerPlace();
  readonly #context: Context;
  readonly #keeper: Keeper;
  #shown = '';

  constructor(root: HTMLElement, host: Host<ViewState, PageRequest>) {
    this.#context = { request: (request) => host.request(request), answer: this.#answer };
    this.#keeper = new Keeper(this.#main, host);
    this.#answer.element.classList.add('page-answer');
    root.replaceChildren(this.#said, this.#answer.element, this.#main);
    addEventListener('keydown', (event) => {
      // a locked file opens with Enter wherever on the page one is
      if (event.key === 'Enter' && document.activeElement === document.body) {
        this.#main.querySelector<HTMLButtonElement>('button[data-enter]')?.click();
      }
    });
  }

  show(state: ViewState): void {
    const text = JSON.stringify(state);
    if (text === this.#shown) return;
    this.#shown = text;
    this.#answer.clear();
    const isReport = state.kind === 'report' || state.kind === 'served';
    this.#keeper.across(isReport, () => {
      this.#main.className = isReport ? 'report' : state.kind;
      this.#main.replaceChildren(...view(this.#context, state));
    });
    this.#said.textContent = announcement(state);
  }
}

function view(context: Context, state: ViewState): readonly Node[] {
  switch (state.kind) {
    case 'locked':
      return lockedView(context, state);
    case 'working':
      return workingView(context, state);
    case 'refused':
      return refusedView(context, state);
    case 'report':
      return reportView(context, state);
    case 'served':
      return servedView(context, state);
    case 'failed':
      return failedView(context, state);
  }
}

function announcement(state: ViewState): string {
  switch (state.kind) {
    case 'locked':
      return state.reason ?? ANNOUNCE.locked(state.file.name);
    case 'working':
      return STEP_WORDS[state.step];
    case 'refused':
      return wordsOf(state.problem).title;
    case 'failed':
      return FAILED.title;
    case 'report':
    case 'served':
      return ANNOUNCE.report(state.report.headline);
  }
}
