import { displayName } from '../../x509/names.ts';
import { defineRule } from '../rule.ts';
import { withLint } from './publicLints.ts';

export const keyType = defineRule({
  code: 'publicCa.keyType',
  checks: ['key'],
  severity: 'warning',
  lint: true,
  source: 'CA/Browser Forum Baseline Requirements 6.1.5',
  title: ({ name, key }: { name: string; key: string }) =>
    `“${name}” has a key of a kind that public CAs may not certify: ${key}`,
  detail: () =>
    'Browsers take RSA keys, and EC keys on the curves P-256, P-384 and P-521. Other kinds work in few of them.',
  mend: () =>
    'Make a new RSA key of 2048 to 4096 bits, the kind that OutSystems documents, with a new request (CSR) and have the certificate issued again for it.',
  find: (subject) =>
    withLint(subject, 'keyType').map((certificate) => ({
      params: { name: displayName(certificate.subject), key: certificate.publicKey.name },
      certificate,
    })),
});
