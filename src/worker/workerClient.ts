import { Worker } from 'node:worker_threads';
import { PfxError, type PfxErrorCode, type PfxErrorDetail } from '../core/pkcs12/errors.ts';
import type { Problem } from '../core/report/openProblem.ts';
import type { ResultMessage, Tasks } from './messages.ts';

/** A PFX that could not be opened, with what is said of it. */
export class RefusedError extends PfxError {
  readonly problem: Problem;

  constructor(code: PfxErrorCode, detail: PfxErrorDetail, problem: Problem) {
    super(code, detail);
    this.problem = problem;
  }
}

/** The worker was ended before it answered, or failed in a way that is our fault. */
export class WorkerError extends Error {
  override readonly name = 'WorkerError';
  readonly code: 'timeout' | 'cancelled' | 'crashed';

  constructor(code: WorkerError['code'], message: string = code) {
    super(message);
    this.code = code;
  }
}

export interface RunOptions {
  /** milliseconds; @default 10000 */
  readonly timeout?: number;
  /** ends the worker when it is aborted */
  readonly signal?: AbortSignal;
}

const TIME_LIMIT = 10_000;
const MEMORY_LIMIT_MIB = 192;

/**
 * Runs tasks in one worker thread, one after another. The thread starts with the first task, stays for the next ones and
 * is ended when a task takes too long or is cancelled; the task after that gets a new one.
 */
export class WorkerClient {
  readonly #script: string | URL;
  #worker: Worker | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #disposed = false;

  /** @param script path of the worker bundle */
  constructor(script: string | URL) {
    this.#script = script;
  }

  /**
   * @throws RefusedError where the file is at fault, or the password
   * @throws WorkerError `timeout`, `cancelled`, `crashed`
   */
  run<K extends keyof Tasks>(
    task: K,
    request: Tasks[K]['request'],
    options: RunOptions = {},
  ): Promise<Tasks[K]['result']> {
    const result = this.#queue.then(() => this.#run(task, request, options));
    this.#queue = result.catch(() => undefined); // the caller gets the error; the queue only waits
    return result;
  }

  /**
   * Lets the worker end by itself once it has done what it is at: a thread that has run WebAssembly and is ended by force can,
   * once in a while, keep Node from exiting (nodejs/node#47748).
   */
  dispose(): void {
    this.#disposed = true;
    this.#worker?.postMessage(null);
  }

  #run<K extends keyof Tasks>(task: K, request: Tasks[K]['request'], options: RunOptions): Promise<Tasks[K]['result']> {
    if (options.signal?.aborted || this.#disposed) return Promise.reject(new WorkerError('cancelled'));
    const worker = (this.#worker ??= this.#start());
    return new Promise((resolve, reject) => {
      const listeners = {
        message: (message: ResultMessage): void => {
          switch (message.kind) {
            case 'result':
              return settle(() => resolve(message.result));
            case 'refused':
              return settle(() => reject(new RefusedError(message.code, message.detail, message.problem)));
            case 'failure':
              return settle(() => reject(new WorkerError('crashed', message.message)));
          }
        },
        error: (error: Error): void => end(new WorkerError('crashed', error.stack ?? error.message)),
        exit: (code: number): void => end(new WorkerError('crashed', `exit code ${code}`)),
      };
      const settle = (action: () => void): void => {
        clearTimeout(timer);
        options.signal?.removeEventListener('abort', onAbort);
        for (const [event, listener] of Object.entries(listeners)) worker.off(event, listener);
        worker.unref(); // an idle worker keeps no process alive
        action();
      };
      const end = (error: WorkerError): void => {
        settle(() => {
          this.#end();
          reject(error);
        });
      };
      const onAbort = (): void => end(new WorkerError('cancelled'));
      const timer = setTimeout(() => end(new WorkerError('timeout')), options.timeout ?? TIME_LIMIT);
      options.signal?.addEventListener('abort', onAbort);
      for (const [event, listener] of Object.entries(listeners)) worker.on(event, listener);
      worker.ref();
      worker.postMessage({ task, request });
    });
  }

  #start(): Worker {
    const worker = new Worker(this.#script, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MIB } });
    // between tasks nobody waits for it: one that ends is replaced by the next task
    const forget = (): void => {
      if (this.#worker === worker) this.#worker = undefined;
    };
    return worker.on('error', forget).on('exit', forget);
  }

  #end(): void {
    void this.#worker?.terminate();
    this.#worker = undefined;
  }
}
