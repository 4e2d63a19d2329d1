import * as vscode from 'vscode';
import type { Environment } from '../../core/environments/environment.ts';
import { plural } from '../../core/report/plural.ts';
import type { CommandArguments } from '../contributions.ts';
import type { LiveCheck } from '../live/liveCheck.ts';
import { hostStatus, needsAttention } from '../served/environmentStatus.ts';
import type { ServedRecord } from '../served/servedRecord.ts';
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
  tell(await live.check([node?.environment ?? (await pickEnvironment(services, 'Check What Is Served'))]));
}

export async function checkAllServed({ store }: Services, live: LiveCheck): Promise<void> {
  tell(await live.check(store.environments));
}

/** @throws Cancelled, UserError */
export async function pickEnvironment({ prompts, store }: Services, title: string): Promise<Environment> {
  const entry = await pickEntry(prompts, store, title, undefined, { soundOnly: true });
  if (!('environment' in entry)) throw new UserError('This environment must be mended in the settings first.');
  return entry.environment;
}

function tell(looks: readonly ServedRecord[]): void {
  const now = { warningDays: warningDays(), time: Date.now() };
  const bad = looks.filter((record) => needsAttention(hostStatus(record, now))).length;
  const verdict = bad === 0 ? 'nothing needs attention' : `${bad} ${bad === 1 ? 'needs' : 'need'} attention`;
  vscode.window.setStatusBarMessage(`$(pulse) ${plural(looks.length, 'host')} looked at, ${verdict}`, SHOWN_MS);
}
