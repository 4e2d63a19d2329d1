import * as fs from 'node:fs';

const TICK_MS = 5;

/**
 * The longest time, in milliseconds, for which the event loop was held while `work` ran. What this thread waited for a CPU
 * that other processes had is taken off where the system tells it (Linux, proc(5): second field of `schedstat`), so that a
 * busy machine does not count as work of ours.
 */
export async function longestHold(work: () => Promise<void>): Promise<number> {
  let longest = -Infinity;
  let last = now();
  const tick = (): void => {
    const at = now();
    longest = Math.max(longest, at - last - TICK_MS);
    last = at;
  };
  const timer = setInterval(tick, TICK_MS);
  try {
    await work();
    await new Promise((resolve) => setTimeout(resolve, TICK_MS)); // the last turn counts too
  } finally {
    clearInterval(timer);
  }
  tick();
  return longest;
}

/** Milliseconds of this thread's own clock. */
function now(): number {
  return performance.now() - waited();
}

function waited(): number {
  if (process.platform !== 'linux') return 0;
  const [, nanoseconds = '0'] = fs.readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ');
  return Number(nanoseconds) / 1e6;
}
