import type { EnvironmentEntry } from '../../core/environments/parseEnvironments.ts';
import type { EntryReference } from '../contributions.ts';
import type { EnvironmentStore } from '../environments/environmentStore.ts';
import { BACK, type Prompts } from '../prompts/prompts.ts';
import { Cancelled } from '../cancelled.ts';
import { UserError } from '../userError.ts';

/** The entry that a command is for: that of the tree, or the one that the user picks. @throws Cancelled, UserError */
export async function pickEntry(
  prompts: Prompts,
  store: EnvironmentStore,
  title: string,
  node: EntryReference | undefined,
  options: { readonly soundOnly: boolean },
): Promise<EnvironmentEntry> {
  const entries = store.entries.filter((entry) => !options.soundOnly || 'environment' in entry);
  if (node) {
    const entry = entries.find(({ index }) => index === node.index);
    if (!entry) throw new UserError('This environment is not in the settings any more.');
    return entry;
  }
  if (entries.length === 0) throw new UserError('There is no environment yet. Add one first.');
  const answer = await prompts.pick({
    title,
    placeholder: 'Choose the environment',
    items: entries.map((entry) => ({
      label: nameOf(entry),
      description: 'environment' in entry ? entry.environment.address : entry.problems.join(' '),
      value: entry,
    })),
  });
  if (answer === BACK) throw new Cancelled();
  return answer;
}

export function nameOf(entry: EnvironmentEntry): string {
  return 'environment' in entry
    ? entry.environment.name
    : (entry.name ?? `Environment ${entry.index + 1} of the settings`);
}
