import { EXPIRY_WARNING_DAYS } from '../core/rules/validity.ts';
import { type LifetimeAnswer, listEnvironments } from '../net/lifetime.ts';
import { judgeServedHost } from '../worker/engine.ts';
import { environmentProxy } from './environmentProxy.ts';
import type { EnvironmentsOptions } from './environmentsOptions.ts';
import { readTrusted } from './files.ts';
import { InputError } from './usage.ts';

/**
 * Asks the LifeTime that the options name.
 * @throws LifetimeError; InputError where the token or a file can't be read
 */
export async function readEnvironments(options: EnvironmentsOptions): Promise<LifetimeAnswer> {
  const token = process.env[options.tokenEnv];
  // its name is not shown: somebody may have put the token itself there
  if (token === undefined) throw new InputError('The environment variable that --token-env names is not set.');
  const user = (await Promise.all(options.trust.map(readTrusted))).flat();
  const proxy = environmentProxy(process.env);
  return listEnvironments({
    address: options.lifetime,
    token,
    extraCa: user,
    judge: (observation) =>
      judgeServedHost({
        observation,
        environment: null,
        trust: { defaults: true, user },
        time: Date.now(),
        expiryWarningDays: EXPIRY_WARNING_DAYS,
      }),
    ...(proxy && { proxy }),
  });
}
