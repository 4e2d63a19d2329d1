import { defineRule } from '../rule.ts';
import { withLint } from './publicLints.ts';

export const noPurposes = defineRule({
  code: 'publicCa.noPurposes',
  checks: ['chain'],
  severity: 'warning',
  lint: true,
  source: 'CA/Browser Forum Baseline Requirements 7.1.2.7.6',
  title: () => 'The certificate does not say what it is meant for',
  detail: () =>
    'A public CA must write into the certificate of a web server that it is meant for TLS servers (extended key usage). Browsers take one without; the CA may have to revoke it.',
  mend: () => 'Ask your CA for a certificate for a TLS web server.',
  find: (subject) => withLint(subject, 'noExtendedKeyUsage').map((certificate) => ({ params: {}, certificate })),
});
