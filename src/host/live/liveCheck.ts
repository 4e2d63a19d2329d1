import * as vscode from 'vscode';
import type { Environment } from '../../core/environments/environment.ts';
import { plural } from '../../core/report/plural.ts';
import { NetError } from '../../net/netError.ts';
import { probe, type ProbeOptions } from '../../net/probe.ts';
import type { WorkerClient } from '../../worker/workerClient.ts';
import { Cancelled } from '../cancelled.ts';
import { ENVIRONMENTS_VIEW } from '../contributions.ts';
import type { TrustedCertificates } from '../editor/trustedCertificates.ts';
import { proxySettings } from '../proxySettings.ts';
import { allHostsOf } from '../served/environmentStatus.ts';
import { recordKey, type ServedRecord } from '../served/servedRecord.ts';
import { staleEnvironments } from '../served/staleEnvironments.ts';
import type { Services } from '../services.ts';
import { setContext } from '../setContext.ts';
import { UserError } from '../userError.ts';
import { warningDays } from '../warningDays.ts';
import { isLookDue } from './isLookDue.ts';
import { Limit } from './limit.ts';
import { liveCheckSetting } from './liveCheckSetting.ts';
import { lookOf } from './lookOf.ts';

const AT_ONCE = 16;

interface Target {
  readonly environment: Environment;
  readonly host: string;
}

interface Parts {
  readonly services: Services;
  readonly trusted: TrustedCertificates;
  readonly worker: WorkerClient;
}

/** Looks at what environments serve, judges it in the worker, and keeps it as it comes. */
export class LiveCheck implements vscode.Disposable {
  readonly #parts: Parts;
  readonly #limit = new Limit(AT_ONCE);
  readonly #running = new Set<AbortController>();
  /** tests look at servers of their own */
  options: Pick<ProbeOptions, 'httpPort' | 'httpsPort' | 'lookup' | 'resolver' | 'timeout'> = {};

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Looks at all hosts of some environments.
   * @returns the looks that came before the end, or before it was stopped
   * @throws UserError, Cancelled
   */
  async check(environments: readonly Environment[]): Promise<readonly ServedRecord[]> {
    if (environments.length === 0) throw new UserError('There is no environment yet. Add one first.');
    if (liveCheckSetting() === 'off')
      throw new UserError(
        'Looking at environments is switched off. Set outsystemsSsl.liveCheck to “manual” or “whenVisible”.',
      );
    const targets = targetsOf(environments);
    if (!vscode.workspace.isTrusted) await this.#askUntrusted(targets);
    return this.#lookAt(targets);
  }

  /** Looks at what was not looked at for a day; nobody is asked, and nothing is said. */
  async checkStale(): Promise<void> {
    const { served, store } = this.#parts.services;
    if (this.#running.size > 0 || !isLookDue(store.environments, served)) return;
    await this.#lookAt(targetsOf(staleEnvironments(store.environments, served, Date.now())));
  }

  stop(): void {
    for (const running of this.#running) running.abort();
  }

  dispose(): void {
    this.stop();
  }

  async #askUntrusted(targets: readonly Target[]): Promise<void> {
    await this.#parts.services.prompts.confirm({
      message: `Connect to ${plural(targets.length, 'host')} that this workspace may have named?`,
      detail: `You have not said that you trust the authors of this workspace.\n\n${targets
        .slice(0, 10)
        .map(({ host }) => host)
        .join('\n')}${targets.length > 10 ? '\n…' : ''}`,
      action: 'Connect',
    });
  }

  async #lookAt(targets: readonly Target[]): Promise<readonly ServedRecord[]> {
    const { runner, served, watch } = this.#parts.services;
    const running = new AbortController();
    this.#running.add(running);
    await setContext('outsystemsSsl.isChecking', true);
    try {
      const { certificates } = await this.#parts.trusted.read();
      const lookAt = (target: Target): Promise<ServedRecord> => this.#look(target, certificates, running.signal);
      const looks = await vscode.window.withProgress({ location: { viewId: ENVIRONMENTS_VIEW } }, () =>
        Promise.allSettled(targets.map((target) => this.#limit.run(() => lookAt(target)))),
      );
      for (const look of looks)
        if (look.status === 'rejected' && !(look.reason instanceof Cancelled)) throw look.reason;
      return looks.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    } finally {
      this.#running.delete(running);
      await setContext('outsystemsSsl.isChecking', this.#running.size > 0);
      await served.flush();
      void runner.run('tell what ends soon', () => watch.consider());
    }
  }

  async #look({ environment, host }: Target, user: readonly Uint8Array[], signal: AbortSignal): Promise<ServedRecord> {
    if (signal.aborted) throw new Cancelled();
    const { services, worker } = this.#parts;
    const proxy = proxySettings();
    try {
      const observation = await probe({ host }, { ...this.options, ...(proxy && { proxy }), signal });
      const report = await worker.run('judgeServed', {
        observation,
        environment: { address: environment.address, hosting: environment.hosting },
        trust: { defaults: true, user },
        time: Date.now(),
        expiryWarningDays: warningDays(),
      });
      const look = lookOf(environment.address, observation, report);
      services.served.put([look]);
      return look.record;
    } catch (error) {
      if (error instanceof NetError && error.code === 'cancelled') throw new Cancelled();
      throw error;
    }
  }
}

/** Each host of each environment once. */
function targetsOf(environments: readonly Environment[]): readonly Target[] {
  const targets = environments.flatMap((environment) => allHostsOf(environment).map((host) => ({ environment, host })));
  return [
    ...new Map(
      targets.map((target) => [recordKey({ address: target.environment.address, host: target.host }), target]),
    ),
  ].map(([, target]) => target);
}
