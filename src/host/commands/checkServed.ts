import * as vscode from 'vscode';
import type { Environment } from '../../core/environments/environment.ts';
import { plural } from '../../core/report/plural.ts';
import type { CommandArguments } from '../contributions.ts';
import type { LiveCheck } from '../live/liveCheck.ts';
import { needsAttention, statusOf } from '../served/environmentStatus.ts';
import type { Services } from '../services.ts';
import { UserError } from '../userError.ts';
import { warningDays } from '../warningDays.ts';
import { pickEntry } from './pickEntry.ts';

const SHOWN_MS = 6000;

/** Looks at what one environment serves: that of the tree, or the one that the user picks. @throws Cancelled, UserError */
export async function checkServed(
  services: Services,
  live: LiveCheck,
  node?: CommandArguments['outsystemsSsl.checkServed'][0],
): Promise<void> {
  const environment = node?.environment ?? (await pickEnvironment(services, 'Check What Is Served'));
  await live.check([environment]);
  tell([environment], services);
}

export async function checkAllServed(services: Services, live: LiveCheck): Promise<void> {
  const { environments } = services.store;
  await live.check(environments);
  tell(environments, services);
}

/** @throws Cancelled, UserError */
export async function pickEnvironment({ prompts, store }: Services, title: string): Promise<Environment> {
  const entry = await pickEntry(prompts, store, title, undefined, { soundOnly: true });
  if (!('environment' in entry)) throw new UserError('This environment must be mended in the settings first.');
  return entry.environment;
}

function tell(environments: readonly Environment[], { served }: Services): void {
  const sources = { served, warningDays: warningDays(), time: Date.now() };
  const bad = environments.filter((environment) => needsAttention(statusOf(environment, sources))).length;
  const verdict = bad === 0 ? 'nothing needs attention' : `${bad} ${bad === 1 ? 'needs' : 'need'} attention`;
  vscode.window.setStatusBarMessage(
    `$(pulse) ${plural(environments.length, 'environment')} looked at, ${verdict}`,
    SHOWN_MS,
  );
}
