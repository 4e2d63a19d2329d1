import { defineRule } from '../rule.ts';
import { changesOf } from './replaced.ts';

export const keyChanged = defineRule({
  code: 'replaces.keyChanged',
  checks: [],
  severity: 'info',
  source:
    'OutSystems: where SSL pinning is used, the new hash goes into the app before the change (Use your SSL domain in OutSystems Cloud)',
  title: () => 'The key changes, and with it the hash that mobile apps with SSL pinning hold',
  detail: ({ pin }: { pin: string }) =>
    `Apps that hold only the old hash stop working with the change. The new one is ${pin}.`,
  mend: () => 'Where SSL pinning is used, put the new hash into the apps and distribute them before the change.',
  find: (subject) => {
    const changed = changesOf(subject).find(({ replacement }) => replacement.keyReused === false);
    return changed ? [{ params: { pin: changed.replacement.pins.to } }] : [];
  },
});
