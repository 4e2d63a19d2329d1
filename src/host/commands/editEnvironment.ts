import type { EntryReference } from '../contributions.ts';
import { askEnvironment } from '../environments/askEnvironment.ts';
import { followRenames } from '../environments/followRenames.ts';
import type { Services } from '../services.ts';
import { UserError } from '../userError.ts';
import { pickEntry } from './pickEntry.ts';

/** @throws Cancelled, UserError */
export async function editEnvironment(
  services: Pick<Services, 'drafts' | 'history' | 'prompts' | 'store'>,
  node?: EntryReference,
): Promise<void> {
  const { prompts, store } = services;
  const entry = await pickEntry(prompts, store, 'Edit an Environment', node, { soundOnly: true });
  if (!('environment' in entry)) throw new UserError('This environment must be mended in the settings first.');
  const { name } = entry.environment;
  const taken = store.environments.filter((other) => other.name !== name).map((other) => other.name);
  const setting = await askEnvironment(prompts, taken, entry.environment);
  await store.replace(entry.index, setting);
  if (setting.name !== name) await followRenames(services, new Map([[name, setting.name]]));
}
