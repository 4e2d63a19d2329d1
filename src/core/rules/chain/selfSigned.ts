import { defineRule } from '../rule.ts';
import { isSelfSigned } from '../subjectPath.ts';

export const selfSigned = defineRule({
  code: 'chain.selfSigned',
  checks: ['chain'],
  severity: 'error',
  source: 'OutSystems: not self-signed (Use your SSL domain in OutSystems Cloud)',
  title: () => 'The certificate is self-signed',
  detail: () =>
    'No CA vouches for it: it was signed with its own key. OutSystems does not take self-signed certificates, and browsers warn about them.',
  mend: () =>
    'Send a certificate signing request (CSR) for this key to a public CA, and build the PFX from its answer.',
  find: (subject) => (isSelfSigned(subject) && subject.leaf ? [{ params: {}, certificate: subject.leaf }] : []),
});
