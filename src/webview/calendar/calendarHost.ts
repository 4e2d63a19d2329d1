import type {
  CalendarCommand,
  CalendarHostMessage,
  CalendarPageMessage,
  CalendarState,
} from '../../shared/calendar.ts';

interface VsCodeApi {
  postMessage(message: CalendarPageMessage): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The calendar's only way out: commands with ids, and the answers to them. */
export class CalendarHost {
  readonly #api = acquireVsCodeApi();
  readonly #waiting = new Map<number, (error: string | undefined) => void>();
  #lastId = 0;

  start(show: (state: CalendarState) => void): void {
    addEventListener('message', (event: MessageEvent<CalendarHostMessage>) => {
      const message = event.data;
      switch (message.type) {
        case 'state':
          show(message.state);
          break;
        case 'answer':
          this.#waiting.get(message.id)?.(message.error);
          this.#waiting.delete(message.id);
          break;
      }
    });
    this.#api.postMessage({ type: 'ready' });
  }

  /** Resolves to the error that the host answers with, or to undefined. */
  request(command: CalendarCommand): Promise<string | undefined> {
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#api.postMessage({ type: 'request', id, command });
    });
  }
}
