import { askEnvironment } from '../environments/askEnvironment.ts';
import type { EnvironmentStore } from '../environments/environmentStore.ts';
import type { Prompts } from '../prompts/prompts.ts';

export async function addEnvironment(prompts: Prompts, store: EnvironmentStore): Promise<void> {
  store.assertWritable();
  const taken = store.environments.map(({ name }) => name);
  await store.add(await askEnvironment(prompts, taken));
}
