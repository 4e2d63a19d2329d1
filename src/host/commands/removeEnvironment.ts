import type { EntryReference } from '../contributions.ts';
import type { EnvironmentStore } from '../environments/environmentStore.ts';
import type { Prompts } from '../prompts/prompts.ts';
import { nameOf, pickEntry } from './pickEntry.ts';

export async function removeEnvironment(
  prompts: Prompts,
  store: EnvironmentStore,
  node?: EntryReference,
): Promise<void> {
  store.assertWritable();
  const entry = await pickEntry(prompts, store, 'Remove an Environment', node, { soundOnly: false });
  await prompts.confirm({
    message: `Remove “${nameOf(entry)}” from the settings?`,
    detail: 'Only the entry in the setting outsystemsSsl.environments goes. Nothing changes at OutSystems.',
    action: 'Remove',
  });
  await store.remove(entry.index);
}
