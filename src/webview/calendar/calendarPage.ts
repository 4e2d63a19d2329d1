import { CALENDAR, type CalendarCommand, type CalendarState } from '../../shared/calendar.ts';
import { type Answer, answerPlace } from '../ui/button.ts';
import { h } from '../ui/dom.ts';
import type { Host } from '../host.ts';
import { calendarPicture } from './calendarPicture.ts';
import { calendarTable } from './calendarTable.ts';
import { legend, stepsSection } from './legend.ts';

/** Shows the calendar whole, each time that it changes. */
export class CalendarPage {
  readonly #host: Host<CalendarState, CalendarCommand>;
  readonly #answer: Answer = answerPlace();
  readonly #heading = h('h1', { tabindex: -1 }, CALENDAR.heading);
  readonly #subtitle = h('p', { class: 'sub', role: 'status' });
  readonly #buttons = h('div', { class: 'buttons' });
  readonly #body = h('div');
  #shown = '';

  constructor(root: HTMLElement, host: Host<CalendarState, CalendarCommand>) {
    this.#host = host;
    root.replaceChildren(
      h(
        'main',
        { class: 'calendar' },
        h('header', { class: 'head' }, h('div', { class: 'head-title' }, this.#heading, this.#subtitle), this.#buttons),
        this.#answer.element,
        this.#body,
      ),
    );
  }

  show(state: CalendarState): void {
    const text = JSON.stringify(state);
    if (text === this.#shown) return;
    this.#shown = text;
    const { rows, environments, neverLooked } = state;
    this.#subtitle.textContent = rows.length > 0 ? CALENDAR.subtitle(rows.length, environments) : '';
    this.#showButtons(
      environments === 0
        ? ['addEnvironment']
        : rows.length === 0
          ? ['checkAll']
          : ['checkAll', 'exportCsv', 'exportIcs'],
    );
    const notes = [
      environments === 0 ? CALENDAR.noEnvironments : rows.length === 0 ? CALENDAR.noneSeen : undefined,
      neverLooked > 0 && rows.length > 0 ? CALENDAR.neverLooked(neverLooked) : undefined,
    ];
    this.#body.replaceChildren(
      ...notes.flatMap((note) => (note === undefined ? [] : [h('p', { class: 'note' }, note)])),
      ...(rows.length > 0 ? [calendarPicture(state), legend(), calendarTable(rows)] : []),
      stepsSection(state.steps),
    );
  }

  /** The same buttons stay, so that the focus does. */
  #showButtons(commands: readonly CalendarCommand[]): void {
    const there = [...this.#buttons.children].map((element) => element.getAttribute('data-key'));
    if (there.join() === commands.join()) return;
    this.#buttons.replaceChildren(...commands.map((command) => this.#button(command)));
  }

  #button(command: CalendarCommand): HTMLButtonElement {
    const primary = command === 'addEnvironment' || command === 'exportIcs';
    const element = h(
      'button',
      { type: 'button', class: primary ? 'primary' : 'secondary', 'data-key': command },
      CALENDAR.buttons[command],
    );
    element.addEventListener('click', () => void this.#send(element, command));
    return element;
  }

  async #send(element: HTMLButtonElement, command: CalendarCommand): Promise<void> {
    if (element.getAttribute('aria-busy') === 'true') return;
    element.setAttribute('aria-busy', 'true');
    this.#answer.clear();
    const error = await this.#host.request(command);
    element.removeAttribute('aria-busy');
    if (error !== undefined) this.#answer.show(error === '' ? CALENDAR.noAnswer : error, 'error');
  }
}
