import { defineRule } from '../rule.ts';

export const noMac = defineRule({
  code: 'file.noMac',
  checks: [],
  severity: 'warning',
  action: 'saveAgain',
  source: 'RFC 7292 §4: macData',
  title: () => 'The file has no integrity check',
  detail: () => 'Nothing in it shows whether it was changed, and some programs refuse files of this kind.',
  mend: () => 'Export the file again with a password; every common tool then adds the check (MAC).',
  find: ({ contents }) => (contents.structure.mac === null ? [{ params: {} }] : []),
});
