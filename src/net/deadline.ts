import { NetError, type NetPhase } from './netError.ts';

/** The time that one piece of work has in all, and the caller's way to end it. To be disposed of when the work is done. */
export class Deadline {
  readonly #host: string;
  readonly #signal: AbortSignal | undefined;
  readonly #timer: NodeJS.Timeout;
  readonly #onAbort = (): void => this.#end('cancelled');
  readonly #running = new Set<(code: 'cancelled' | 'timeout') => void>();
  readonly #owned: { destroy(): unknown }[] = [];
  #ended: 'cancelled' | 'timeout' | undefined;

  /** @param millis from now on */
  constructor(host: string, millis: number, signal?: AbortSignal) {
    this.#host = host;
    this.#signal = signal;
    this.#timer = setTimeout(() => this.#end('timeout'), millis);
    if (signal?.aborted) this.#ended = 'cancelled';
    signal?.addEventListener('abort', this.#onAbort, { once: true });
  }

  /**
   * Runs one step. When time is up or the caller cancels, the step is stopped and the promise is rejected.
   *
   * @param start begins the step and returns what stops it
   * @throws NetError `timeout`, `cancelled`
   */
  step<T>(
    phase: NetPhase,
    start: (resolve: (value: T) => void, reject: (error: unknown) => void) => () => void,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#ended) {
        reject(new NetError(this.#ended, { phase, host: this.#host }));
        return;
      }
      let stop: (() => void) | undefined;
      const end = (code: 'cancelled' | 'timeout'): void => {
        this.#running.delete(end);
        reject(new NetError(code, { phase, host: this.#host }));
        stop?.();
      };
      this.#running.add(end);
      stop = start(
        (value) => {
          this.#running.delete(end);
          resolve(value);
        },
        (error) => {
          this.#running.delete(end);
          reject(error);
        },
      );
    });
  }

  /** Connections end with the work at the latest, however it ends. */
  own(connection: { destroy(): unknown }): void {
    this.#owned.push(connection);
  }

  dispose(): void {
    for (const connection of this.#owned) connection.destroy();
    clearTimeout(this.#timer);
    this.#signal?.removeEventListener('abort', this.#onAbort);
  }

  #end(code: 'cancelled' | 'timeout'): void {
    this.#ended ??= code;
    for (const end of this.#running) end(code);
  }
}
