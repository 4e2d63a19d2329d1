import { isInternalName } from '../../x509/internalNames.ts';
import { listed } from './listedNames.ts';
import { defineRule } from '../rule.ts';
import { withLint } from './publicLints.ts';

export const internalNames = defineRule({
  code: 'publicCa.internalNames',
  checks: ['domain'],
  severity: 'warning',
  lint: true,
  source: 'CA/Browser Forum Baseline Requirements 7.1.2.7.12',
  title: ({ names }: { names: string }) => `The certificate lists names that exist in private networks only: ${names}`,
  detail: () =>
    'No public CA may certify such names, since anybody may use them. Chrome warns when a page is opened under one, and the CA has to revoke the certificate once it notices.',
  mend: () => 'Ask your CA for a certificate with public host names only.',
  find: (subject) =>
    withLint(subject, 'internalName').map((certificate) => ({
      params: { names: listed(certificate, isInternalName) },
      certificate,
    })),
});
