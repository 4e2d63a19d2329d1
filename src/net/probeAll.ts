import type { ServedHost } from '../core/served/observation.ts';
import { NetError } from './netError.ts';
import { probe, type ProbeOptions, type ProbeTarget } from './probe.ts';

export interface ProbeAllOptions extends ProbeOptions {
  /** hosts that are looked at at once; @default 16 */
  readonly concurrency?: number;
  /** called as each result comes, with its place in `targets` and the number of those that are done */
  readonly onResult?: (observation: ServedHost, index: number, done: number) => void;
}

/**
 * Looks at many hosts, some at a time.
 * @returns observations in the order of `targets`
 * @throws NetError `cancelled`; results until then have gone to `onResult`
 */
export async function probeAll(
  targets: readonly ProbeTarget[],
  { concurrency = 16, onResult, ...options }: ProbeAllOptions = {},
): Promise<readonly ServedHost[]> {
  const results: ServedHost[] = [];
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < targets.length; index = next++) {
      const target = targets[index];
      if (!target) return;
      if (options.signal?.aborted) throw new NetError('cancelled', { host: target.host });
      const observation = await probe(target, options);
      results[index] = observation;
      onResult?.(observation, index, ++done);
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, targets.length) }, work));
  return results;
}
