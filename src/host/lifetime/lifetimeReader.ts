import * as vscode from 'vscode';
import type { LifetimeListing } from '../../core/environments/lifetimeEnvironments.ts';
import type { JudgeHost } from '../../net/lifetimeFailures.ts';
import { listEnvironments } from '../../net/lifetime.ts';
import { LifetimeError } from '../../net/lifetimeError.ts';
import { Cancelled } from '../cancelled.ts';
import type { TrustedCertificates } from '../editor/trustedCertificates.ts';
import { proxySettings } from '../proxySettings.ts';
import type { Services } from '../services.ts';
import { askAfterFailure, type NextStep } from './lifetimeFailure.ts';
import type { WorkerClient } from '../../worker/workerClient.ts';
import { warningDays } from '../warningDays.ts';
import { lifetimeHost } from './lifetimeAddress.ts';

/** What the way to LifeTime needs. */
export interface LifetimeParts {
  readonly services: Services;
  readonly trusted: TrustedCertificates;
  readonly worker: WorkerClient;
}

export type Answer = { readonly listing: LifetimeListing } | Exclude<NextStep, { next: 'retry' }>;

/**
 * Asks a LifeTime for its environments until it tells them, or the person wants to mend the address or the token first.
 *
 * @param mayChangeAddress: whether that can be offered
 * @throws Cancelled
 */
export async function readEnvironments(
  parts: LifetimeParts,
  origin: string,
  token: string,
  { mayChangeAddress }: { readonly mayChangeAddress: boolean },
): Promise<Answer> {
  for (;;) {
    try {
      return { listing: await readOnce(parts, origin, token) };
    } catch (error) {
      if (!(error instanceof LifetimeError)) throw error;
      parts.services.log.warn(`LifeTime at ${lifetimeHost(origin)}: ${error.message}`);
      const step = await askAfterFailure(error, { mayChangeAddress });
      if (step.next !== 'retry') return step;
    }
  }
}

/** With progress that can be cancelled, through VS Code's proxy, trusting the CA certificates of the settings as well. */
async function readOnce(
  { services: { log }, trusted, worker }: LifetimeParts,
  origin: string,
  token: string,
): Promise<LifetimeListing> {
  const { certificates, problems } = await trusted.read();
  for (const problem of problems) log.warn(problem);
  const proxy = proxySettings();
  const judge: JudgeHost = (observation) =>
    worker.run('judgeServed', {
      observation,
      environment: null,
      trust: { defaults: true, user: certificates },
      time: Date.now(),
      expiryWarningDays: warningDays(),
    });
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: `Asking LifeTime at ${lifetimeHost(origin)} for its environments`,
      cancellable: true,
    },
    async (_progress, cancellation) => {
      const ended = new AbortController();
      cancellation.onCancellationRequested(() => ended.abort());
      try {
        return await listEnvironments({
          address: origin,
          token,
          signal: ended.signal,
          extraCa: certificates,
          judge,
          ...(proxy && { proxy }),
        });
      } catch (error) {
        if (ended.signal.aborted) throw new Cancelled();
        throw error;
      }
    },
  );
}
