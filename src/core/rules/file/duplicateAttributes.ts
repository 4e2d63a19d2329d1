import { defineRule } from '../rule.ts';

export const duplicateAttributes = defineRule({
  code: 'file.duplicateAttributes',
  checks: [],
  severity: 'warning',
  action: 'saveAgain',
  source: '.NET 9 and later refuse a PFX with duplicate bag attributes',
  title: () => 'An attribute stands twice in this file',
  detail: () => 'Some programs tolerate it, but .NET 9 and later refuse the whole file.',
  mend: () => 'Export the file again; no common tool writes attributes twice.',
  find: ({ contents }) => (contents.bags.some((bag) => bag.duplicateAttributes.length > 0) ? [{ params: {} }] : []),
});
