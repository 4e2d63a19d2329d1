import type { PageRequest } from '../../shared/protocol.ts';
import { PAGE } from '../../shared/strings.ts';
import type { Context } from './context.ts';
import { type Child, h } from './dom.ts';
import { glyph } from './icons.ts';

/**
 * Native buttons, not <vscode-button>: that one lets Space scroll the page, never wraps its label and costs Lit; this
 * page has nothing else that would need a component.
 */
interface ButtonOptions {
  /** stable within a state: focus finds its way back by it */
  readonly key: string;
  readonly request: PageRequest;
  /** says what became of it */
  readonly answer: Answer;
  readonly primary?: boolean;
  readonly describedBy?: string | undefined;
  readonly title?: string;
  readonly class?: string;
}

/** The place in which the answers to a group of buttons are shown and read out. */
export interface Answer {
  readonly element: HTMLElement;
  show(text: string, kind: 'error' | 'done'): void;
  clear(): void;
}

export function answerPlace(): Answer {
  const element = h('p', { class: 'answer', 'aria-live': 'polite' });
  return {
    element,
    show: (text, kind) => {
      element.replaceChildren(h('span', { class: kind === 'error' ? 'error' : 'sr' }, text));
    },
    clear: () => element.replaceChildren(),
  };
}

/** A button that sends a request and shows an error of its answer where `answer` stands. */
export function button(context: Context, options: ButtonOptions, ...label: readonly Child[]): HTMLButtonElement {
  const element = h(
    'button',
    {
      type: 'button',
      class: `${options.primary === true ? 'primary' : 'secondary'} ${options.class ?? ''}`.trim(),
      'data-key': options.key,
      'aria-describedby': options.describedBy,
      title: options.title,
    },
    label,
  );
  element.addEventListener('click', () => void send(context, element, options));
  return element;
}

/** A small button with a picture; `name` says what it copies. */
export function copyButton(
  context: Context,
  name: string,
  key: string,
  request: PageRequest,
  answer: Answer,
): HTMLButtonElement {
  const element = h(
    'button',
    { type: 'button', class: 'copy', 'data-key': key, 'aria-label': name, title: name },
    glyph('copy'),
  );
  const click = async (): Promise<void> => {
    if (await send(context, element, { key, request, answer })) flash(element);
  };
  element.addEventListener('click', () => void click());
  return element;
}

/** Shows for a moment that it was copied. */
function flash(element: HTMLButtonElement): void {
  element.classList.add('copied');
  element.replaceChildren(glyph('check'));
  setTimeout(() => {
    element.classList.remove('copied');
    element.replaceChildren(glyph('copy'));
  }, 2000);
}

async function send(context: Context, element: HTMLButtonElement, options: ButtonOptions): Promise<boolean> {
  if (element.getAttribute('aria-busy') === 'true') return false;
  element.setAttribute('aria-busy', 'true');
  options.answer.clear();
  const error = await context.request(options.request);
  element.removeAttribute('aria-busy');
  if (error === undefined) {
    if (isCopy(options.request)) options.answer.show(PAGE.copied, 'done');
    return true;
  }
  // a new state may have taken the button away meanwhile: the error is still to be seen
  const place = options.answer.element.isConnected ? options.answer : context.answer;
  place.show(error === '' ? PAGE.noAnswer : error, 'error');
  return false;
}

function isCopy(request: PageRequest): boolean {
  return request.command === 'copyFact' || request.command === 'copyReport';
}
