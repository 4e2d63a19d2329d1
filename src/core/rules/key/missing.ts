import { hasLockedPart } from '../lockedParts.ts';
import { defineRule } from '../rule.ts';

export const missing = defineRule({
  code: 'key.missing',
  checks: ['key'],
  severity: 'error',
  lifetimeMessage: 'The private key can’t be found.',
  source: 'OutSystems: the PFX must include the private key (Enable SSL/TLS in OutSystems PaaS)',
  title: () => 'There is no private key in this file',
  detail: () =>
    'A server proves with the private key that the certificate is its own. Without it the certificate can’t be installed.',
  mend: () =>
    'Export the file again “with the private key” on the computer where the certificate was requested, or build it from the certificate and the .key file.',
  find: ({ keys, contents }) =>
    keys.length === 0 &&
    !hasLockedPart(contents) &&
    !contents.bags.some((bag) => bag.kind === 'unreadable' && bag.of === 'key')
      ? [{ params: {} }]
      : [],
});
