import { displayName } from '../../x509/names.ts';
import { defineRule } from '../rule.ts';
import { withLint } from './publicLints.ts';

export const keySize = defineRule({
  code: 'publicCa.keySize',
  checks: ['key'],
  severity: 'warning',
  lint: true,
  source: 'CA/Browser Forum Baseline Requirements 6.1.5',
  title: ({ name, bits }: { name: string; bits: number }) =>
    `The RSA key of “${name}” has ${bits} bits, which is not a multiple of 8`,
  detail: () =>
    'Public CAs may certify RSA keys only where their size is a multiple of 8. Some programs refuse others.',
  mend: () =>
    'Make a new key of 2048, 3072 or 4096 bits with a new request (CSR) and have the certificate issued again for it.',
  find: (subject) =>
    withLint(subject, 'rsaNotWholeBytes').map((certificate) => ({
      params: { name: displayName(certificate.subject), bits: certificate.publicKey.bits ?? 0 },
      certificate,
    })),
});
