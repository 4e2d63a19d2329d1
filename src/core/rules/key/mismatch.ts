import { displayName } from '../../x509/names.ts';
import { defineRule } from '../rule.ts';

export const mismatch = defineRule({
  code: 'key.mismatch',
  checks: ['key'],
  severity: 'error',
  lifetimeMessage: 'The private key doesn’t match the certificate.',
  source: 'OutSystems: errors when using your SSL domain',
  title: () => 'The private key belongs to another certificate',
  detail: ({ name }: { name: string }) =>
    `The key in this file is not the one for which “${name}” was issued. Usually the certificate was renewed with a new request (CSR), and the old key was kept.`,
  mend: () =>
    'Find the key that was made together with the last request and build the PFX from it, or have the certificate issued again for this key.',
  find: ({ leaf, keyMatchesLeaf }) =>
    leaf && keyMatchesLeaf === false ? [{ params: { name: displayName(leaf.subject) }, certificate: leaf }] : [],
});
