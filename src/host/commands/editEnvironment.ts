import type { EntryReference } from '../contributions.ts';
import { askEnvironment } from '../environments/askEnvironment.ts';
import type { EnvironmentStore } from '../environments/environmentStore.ts';
import type { Prompts } from '../prompts/prompts.ts';
import { UserError } from '../userError.ts';
import { pickEntry } from './pickEntry.ts';

export async function editEnvironment(prompts: Prompts, store: EnvironmentStore, node?: EntryReference): Promise<void> {
  const entry = await pickEntry(prompts, store, 'Edit an Environment', node, { soundOnly: true });
  if (!('environment' in entry)) throw new UserError('This environment must be mended in the settings first.');
  const taken = store.environments.filter(({ name }) => name !== entry.environment.name).map(({ name }) => name);
  await store.replace(entry.index, await askEnvironment(prompts, taken, entry.environment));
}
