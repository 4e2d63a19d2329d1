import { defineRule } from '../rule.ts';
import { withLint } from './publicLints.ts';

export const keyUsage = defineRule({
  code: 'publicCa.keyUsage',
  checks: ['chain'],
  severity: 'warning',
  lint: true,
  source: 'CA/Browser Forum Baseline Requirements 7.1.2.7.11',
  title: () => 'The certificate does not let its EC key sign',
  detail: () =>
    'With an EC key, a TLS server can do nothing but sign (key usage digitalSignature). Browsers that look at it refuse the handshake.',
  mend: () => 'Ask your CA for a certificate for a TLS web server with the key usage digitalSignature.',
  find: (subject) => withLint(subject, 'ecWithoutDigitalSignature').map((certificate) => ({ params: {}, certificate })),
});
