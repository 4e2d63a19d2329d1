import { isWeakHash } from '../../x509/certificateProblems.ts';
import { displayName } from '../../x509/names.ts';
import { defineRule } from '../rule.ts';
import { withLint } from './publicLints.ts';

export const signatureAlgorithm = defineRule({
  code: 'publicCa.signatureAlgorithm',
  checks: ['chain'],
  severity: 'warning',
  lint: true,
  source: 'CA/Browser Forum Baseline Requirements 7.1.3.2',
  title: ({ name, algorithm }: { name: string; algorithm: string }) =>
    `“${name}” is signed with ${algorithm}, which public CAs may not use`,
  detail: () =>
    'Public CAs sign with RSA or ECDSA and SHA-256, SHA-384 or SHA-512. Not every browser can check other signatures.',
  mend: () => 'Show this finding to your CA and have the certificate issued again.',
  find: (subject) =>
    withLint(subject, 'signatureAlgorithm')
      .filter(({ signature }) => !isWeakHash(signature.hash))
      .map((certificate) => ({
        params: { name: displayName(certificate.subject), algorithm: certificate.signature.name },
        certificate,
      })),
});
