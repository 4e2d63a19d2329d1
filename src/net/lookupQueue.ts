import { lookup as systemLookup, type LookupAddress } from 'node:dns';

export type LookupDone = (error: Error | null, addresses: readonly LookupAddress[]) => void;

/** A question for a name's addresses that waits or runs. */
export interface LookupQuestion {
  /** a name server is known to answer for this name, so it will not keep others waiting */
  readonly answers: () => void;
  /** nobody waits for the answer any more */
  readonly takeBack: () => void;
}

interface Open {
  readonly host: string;
  readonly askers: Set<LookupDone>;
  sure: boolean;
}

/**
 * Asks the system for the addresses of names, few at a time. The system answers in threads that all of the process shares, and
 * a question that runs can't be taken back: names whose name server is silent would take all threads, and names that are well
 * would seem to be out of reach. So a place is kept for names that are known to be answered, and what waits leaves when it is
 * taken back.
 */
export class LookupQueue {
  readonly #most: number;
  readonly #ask: (host: string, done: LookupDone) => void;
  readonly #running = new Set<Open>();
  readonly #waiting = new Set<Open>();

  /** @param most questions that run at once; one place of them is kept, where there are several */
  constructor(most: number, ask: (host: string, done: LookupDone) => void) {
    this.#most = most;
    this.#ask = ask;
  }

  /** Who asks for the same name while it is asked for gets the same answer. */
  ask(host: string, done: LookupDone): LookupQuestion {
    const asked = [...this.#waiting, ...this.#running].find((one) => one.host === host && one.askers.size > 0);
    const open = asked ?? { host, askers: new Set<LookupDone>(), sure: false };
    const asker: LookupDone = (error, addresses) => done(error, addresses);
    open.askers.add(asker);
    if (!asked) this.#waiting.add(open);
    this.#next();
    return {
      answers: () => {
        open.sure = true;
        this.#next();
      },
      takeBack: () => {
        open.askers.delete(asker);
        if (open.askers.size === 0) this.#waiting.delete(open);
      },
    };
  }

  #next(): void {
    while (this.#running.size < this.#most) {
      const unsure = [...this.#running].filter(({ sure }) => !sure).length;
      const waiting = [...this.#waiting];
      const next = waiting.find(({ sure }) => sure) ?? (unsure < Math.max(1, this.#most - 1) ? waiting[0] : undefined);
      if (!next) return;
      this.#waiting.delete(next);
      this.#running.add(next);
      this.#ask(next.host, (error, addresses) => {
        this.#running.delete(next);
        for (const asker of next.askers) asker(error, addresses);
        this.#next();
      });
    }
  }
}

let queue: LookupQueue | undefined;

/** The queue for the system's own resolver. */
export function systemLookups(): LookupQueue {
  return (queue ??= new LookupQueue(lookupsAtOnce(process.env['UV_THREADPOOL_SIZE']), (host, done) =>
    systemLookup(host, { all: true }, (error, found) => done(error, found ?? [])),
  ));
}

/** Half of the threads that Node has answer such questions (libuv, `slow_work_thread_threshold`). */
function lookupsAtOnce(threads: string | undefined): number {
  const count = /^\d{1,4}$/.test(threads ?? '') ? Math.max(1, Number(threads)) : 4;
  return Math.floor((Math.min(count, 1024) + 1) / 2);
}
