import { defineRule } from '../rule.ts';

export const unreadableBag = defineRule({
  code: 'file.unreadableCertificate',
  checks: ['chain'],
  severity: 'warning',
  source: 'RFC 7292 §4.2.3',
  title: () => 'A certificate entry of this file can’t be read',
  detail: () => 'The rest of the file was read. Programs that are stricter may refuse the whole file.',
  mend: () => 'Export the file again from the original certificates.',
  find: ({ contents }) =>
    contents.bags.filter((bag) => bag.kind === 'unreadable' && bag.of === 'certificate').map(() => ({ params: {} })),
});
