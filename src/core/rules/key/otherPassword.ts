import { isLocked } from '../lockedParts.ts';
import { defineRule } from '../rule.ts';

export const otherPassword = defineRule({
  code: 'key.otherPassword',
  checks: ['key'],
  severity: 'error',
  action: 'keyPassword',
  lifetimeMessage: 'The private key can’t be extracted from the file.',
  source: 'OutSystems: the wizard has one field for the PFX password (errors when using your SSL domain)',
  title: ({ count }: { count: number; which: string }) =>
    count === 1
      ? 'A private key in this file has a password of its own'
      : `${count} private keys in this file have passwords of their own`,
  detail: ({ which }) =>
    `The file’s password does not open ${which}. Java programs sometimes lock a key like this. OutSystems asks for one password, which must open everything.`,
  mend: () =>
    'Enter the key’s password to have it checked here. For OutSystems, export the file again with one password for everything in it (keytool: -destkeypass like -deststorepass).',
  find: ({ contents }) => {
    const locked = contents.bags.filter((bag) => isLocked(bag) && bag.of === 'key');
    if (locked.length === 0) return [];
    const names = locked.map(({ friendlyName, index }) =>
      friendlyName ? `“${friendlyName}”` : `the key at position ${index + 1}`,
    );
    return [{ params: { count: locked.length, which: names.join(', ') } }];
  },
});
