import type { HostMessageOf, PageMessageOf } from '../shared/messages.ts';

/** What of the page survives while its tab is hidden. */
export interface Memory {
  readonly scroll: number;
  /** keys of the details that stand open */
  readonly open: readonly string[];
}

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): Memory | undefined;
  setState(state: Memory): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** A page's only way out: requests with ids, and the answers to them. */
export class Host<State, Request> {
  readonly #api = acquireVsCodeApi();
  readonly #waiting = new Map<number, (error: string | undefined) => void>();
  #lastId = 0;

  /** Shows every state that the host sends, and tells it that the page is there. */
  start(show: (state: State) => void): void {
    addEventListener('message', (event: MessageEvent<HostMessageOf<State>>) => this.#take(event.data, show));
    this.#post({ type: 'ready' });
  }

  #take(message: HostMessageOf<State>, show: (state: State) => void): void {
    switch (message.type) {
      case 'state':
        return show(message.state);
      case 'answer':
        this.#waiting.get(message.id)?.(message.error);
        this.#waiting.delete(message.id);
    }
  }

  /** Resolves to the error that the host answers with, or to undefined. */
  request(request: Request): Promise<string | undefined> {
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#post({ type: 'request', id, request });
    });
  }

  #post(message: PageMessageOf<Request>): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- VS Code's own, which knows its target
    this.#api.postMessage(message);
  }

  get memory(): Memory {
    return this.#api.getState() ?? { scroll: 0, open: [] };
  }

  remember(memory: Memory): void {
    this.#api.setState(memory);
  }
}
