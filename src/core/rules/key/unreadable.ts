import { defineRule } from '../rule.ts';

const REASONS = {
  keyPassword: 'it has a password of its own, another than the file’s',
  unsupportedAlgorithm: 'it is encrypted in a way that can’t be read here',
  malformed: 'its data is damaged',
  limit: 'it goes past a safety limit of this check',
} as const;

export const unreadable = defineRule({
  code: 'key.unreadable',
  checks: ['key'],
  severity: 'error',
  lifetimeMessage: 'The private key can’t be extracted from the file.',
  source: 'OutSystems: errors when using your SSL domain',
  title: () => 'A private key in this file can’t be read',
  detail: ({ reason }: { reason: string }) =>
    `The reason: ${reason}. OutSystems must be able to take the key out with the one password that you give.`,
  mend: () => 'Export the file again with one password for everything in it.',
  find: ({ contents }) =>
    contents.bags.flatMap((bag) =>
      bag.kind === 'unreadable' && bag.of === 'key'
        ? [{ params: { reason: REASONS[bag.problem ?? 'malformed'] + (bag.algorithm ? ` (${bag.algorithm})` : '') } }]
        : [],
    ),
});
