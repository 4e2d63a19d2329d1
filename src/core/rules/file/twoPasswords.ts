import { hasLockedPart } from '../lockedParts.ts';
import { defineRule } from '../rule.ts';

export const twoPasswords = defineRule({
  code: 'file.twoPasswords',
  checks: ['chain', 'expiry', 'domain', 'key'],
  severity: 'error',
  action: 'keyPassword',
  source: 'OutSystems: the wizard has one field for the PFX password (errors when using your SSL domain)',
  title: () => 'Parts of this file have another password',
  detail: () =>
    'The password is right for the file’s own check, but not for what is inside. OutSystems asks for one password, which must open everything.',
  mend: () =>
    'Enter the other password to see what those parts hold. For OutSystems, export the file again with one password for everything in it.',
  find: ({ contents }) => (hasLockedPart(contents) ? [{ params: {} }] : []),
});
