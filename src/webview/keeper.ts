import type { PageRequest, ViewState } from '../shared/protocol.ts';
import type { Host } from './host.ts';

/** Keeps scroll position, open details and focus: across states, and while the tab is hidden and the page does not exist. */
export class Keeper {
  readonly #main: HTMLElement;
  readonly #host: Host<ViewState, PageRequest>;
  readonly #open: Set<string>;
  /** waits for the first report, then for nothing */
  #scroll: number | undefined;
  #report = false;
  /** key of the control that had the focus when its state went away */
  #wanted: string | undefined;

  constructor(main: HTMLElement, host: Host<ViewState, PageRequest>) {
    this.#main = main;
    this.#host = host;
    this.#open = new Set(host.memory.open);
    this.#scroll = host.memory.scroll;
    main.addEventListener('toggle', (event) => this.#toggled(event.target), true);
    let pending = false;
    addEventListener('scroll', () => {
      if (pending || !this.#report) return;
      pending = true;
      requestAnimationFrame(() => {
        pending = false;
        this.#save();
      });
    });
    addEventListener('focus', () => this.#refocus());
  }

  /** Runs `change`, which replaces what `main` holds, and puts everything back that still has its place. */
  across(report: boolean, change: () => void): void {
    const { activeElement } = document;
    const within = activeElement instanceof HTMLElement && this.#main.contains(activeElement);
    if (within) this.#wanted = activeElement.dataset['key'] ?? '';
    const top = this.#scroll ?? (report && this.#report ? scrollY : 0);
    this.#report = report;
    change();
    for (const element of this.#main.querySelectorAll('details')) {
      element.open = this.#open.has(element.dataset['key'] ?? '');
    }
    scrollTo(0, top);
    if (report) this.#scroll = undefined;
    this.#refocus();
  }

  /** Moves the focus only where the page has it anyway: it must not be taken from the rest of VS Code. */
  #refocus(): void {
    if (!document.hasFocus() || (document.activeElement ?? document.body) !== document.body) return;
    const first = this.#main.querySelector<HTMLElement>('[data-autofocus]');
    const wanted = this.#wanted;
    if (wanted === undefined) {
      first?.focus();
      return;
    }
    this.#wanted = undefined;
    const same = wanted === '' ? null : this.#main.querySelector<HTMLElement>(`[data-key="${CSS.escape(wanted)}"]`);
    (same ?? first ?? this.#main.querySelector<HTMLElement>('h1'))?.focus({ preventScroll: same !== null });
  }

  #toggled(target: EventTarget | null): void {
    if (!(target instanceof HTMLDetailsElement)) return;
    const key = target.dataset['key'];
    if (key === undefined || this.#open.has(key) === target.open) return;
    if (target.open) this.#open.add(key);
    else this.#open.delete(key);
    this.#save();
  }

  #save(): void {
    this.#host.remember({ scroll: scrollY, open: [...this.#open] });
  }
}
