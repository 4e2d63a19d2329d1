import { setTimeout as pause } from 'node:timers/promises';
import { WAIT_MS } from './limits.ts';

const BETWEEN_MS = 50;

/**
 * Waits until a check stops throwing, for what no locator can wait for; throws what it threw last. The page itself
 * cannot be asked to wait (`waitForFunction`): its content security policy forbids the evaluation.
 */
export async function eventually(check: () => Promise<void> | void): Promise<void> {
  const end = Date.now() + WAIT_MS;
  for (;;) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- one try after the other is the point
      await check();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    // oxlint-disable-next-line no-await-in-loop
    await pause(BETWEEN_MS);
  }
}
