import { defineRule } from '../rule.ts';

export const furtherPasswords = defineRule({
  code: 'file.furtherPasswords',
  checks: ['key'],
  severity: 'error',
  action: 'saveAgain',
  source: 'OutSystems: the wizard has one field for the PFX password (errors when using your SSL domain)',
  title: () => 'This file needs more than one password',
  detail: () =>
    'You gave a second password, and parts of the file open with that one only. OutSystems asks for one password, which must open everything.',
  mend: () =>
    'Export the file again with one password for everything in it (keytool: -destkeypass like -deststorepass).',
  find: ({ contents }) => (contents.structure.furtherPasswords ? [{ params: {} }] : []),
});
