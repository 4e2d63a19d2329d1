import type { Environment } from '../../core/environments/environment.ts';
import { DAY } from '../../core/time.ts';
import { allHostsOf, type StatusSources } from './environmentStatus.ts';

/** Environments with a host that was never looked at, or not within the last day. @param time milliseconds since 1970 */
export function staleEnvironments(
  environments: readonly Environment[],
  served: StatusSources['served'],
  time: number,
): readonly Environment[] {
  return environments.filter((environment) =>
    allHostsOf(environment).some((host) => {
      const record = served.of(environment.address, host);
      return !record || time - record.lookedAt > DAY;
    }),
  );
}
