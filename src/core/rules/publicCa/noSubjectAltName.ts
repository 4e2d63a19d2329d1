import { defineRule } from '../rule.ts';
import { withLint } from './publicLints.ts';

export const noSubjectAltName = defineRule({
  code: 'publicCa.noSubjectAltName',
  checks: ['domain'],
  severity: 'warning',
  lint: true,
  source: 'CA/Browser Forum Baseline Requirements 7.1.2.7.12',
  title: () => 'The certificate lists no subject alternative names',
  detail: () =>
    'Browsers look for the host name there and nowhere else, and a public CA may not issue a certificate without.',
  mend: () => 'Ask your CA for a certificate that lists your host names as subject alternative names.',
  find: (subject) => withLint(subject, 'noSubjectAltName').map((certificate) => ({ params: {}, certificate })),
});
