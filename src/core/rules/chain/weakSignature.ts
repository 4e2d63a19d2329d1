import { displayName } from '../../x509/names.ts';
import { defineRule } from '../rule.ts';
import { stepsWith } from '../subjectPath.ts';

export const weakSignature = defineRule({
  code: 'chain.weakSignature',
  checks: ['chain'],
  severity: 'error',
  lifetimeMessage: 'Chain error',
  source: 'CA/Browser Forum Baseline Requirements 7.1.3.2; RFC 6151, RFC 9155',
  title: ({ name, algorithm }: { name: string; algorithm: string }) => `“${name}” is signed with ${algorithm}`,
  detail: () =>
    'Such signatures can be forged, so browsers no longer trust any certificate below the root that has one.',
  mend: () =>
    'Ask your CA for the current certificate and chain, signed with SHA-256 or better. Public CAs have issued nothing else since 2016.',
  find: ({ path }) =>
    stepsWith(path, 'weakSignature').map(({ certificate }) => ({
      params: { name: displayName(certificate.subject), algorithm: certificate.signature.name },
      certificate,
    })),
});
