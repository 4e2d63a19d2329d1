import { verdictOf } from '../core/served/judgeServed.ts';
import type { ProbeReport } from '../core/served/probeReport.ts';
import { worstState } from '../core/served/servedState.ts';
import { isoTime } from '../core/time.ts';
import { probeAll } from '../net/probeAll.ts';
import { judgeServedHost } from '../worker/engine.ts';
import { environmentProxy } from './environmentProxy.ts';
import { readTrusted } from './files.ts';
import { readExpected } from './readExpected.ts';
import type { ProbeCommandOptions } from './probeOptions.ts';

/**
 * Looks at the hosts that the options name, and judges what is served there now.
 * @throws InputError, PfxError where a file that they name can't be used
 */
export async function probeHosts(options: ProbeCommandOptions): Promise<ProbeReport> {
  const user = (await Promise.all(options.trust.map(readTrusted))).flat();
  const expected = options.expect === null ? null : await readExpected(options.expect, options.password);
  const proxy = environmentProxy(process.env);
  const observations = await probeAll(options.targets, { ...(proxy && { proxy }) });
  const time = Date.now();
  const hosts = observations.map((observation) =>
    judgeServedHost({
      observation,
      environment: null,
      expected,
      trust: { defaults: options.defaultTrust, user },
      time,
      expiryWarningDays: options.warnDays,
    }),
  );
  return {
    schemaVersion: 1,
    judgedAt: isoTime(time),
    verdict: verdictOf(hosts.flatMap(({ findings }) => findings)),
    state: worstState(hosts.map(({ state }) => state)),
    hosts,
  };
}
