import { defineRule } from '../rule.ts';
import { withLint } from './publicLints.ts';

export const revocationAddress = defineRule({
  code: 'publicCa.revocationAddress',
  checks: ['chain'],
  severity: 'warning',
  lint: true,
  source: 'CA/Browser Forum Baseline Requirements 7.1.2.11.2',
  title: () => 'The certificate does not say where its revocation could be looked up',
  detail: () =>
    'A public CA must name the address of its revocation list or of an OCSP service in each certificate that lives for more than 7 days. Browsers take one without; the CA may have to revoke it.',
  mend: () => 'Show this finding to your CA and have the certificate issued again.',
  find: (subject) => withLint(subject, 'noRevocationAddress').map((certificate) => ({ params: {}, certificate })),
});
