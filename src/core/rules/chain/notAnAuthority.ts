import { displayName } from '../../x509/names.ts';
import { defineRule } from '../rule.ts';
import { stepsWith } from '../subjectPath.ts';

export const notAnAuthority = defineRule({
  code: 'chain.notAnAuthority',
  checks: ['chain'],
  severity: 'error',
  lifetimeMessage: 'Chain error',
  source: 'RFC 5280 §6.1.4 (k) and (n)',
  title: ({ name }: { name: string }) => `“${name}” may not issue certificates`,
  detail: () =>
    'It stands in the chain as an issuer, but it is not marked as a CA that may sign certificates. Browsers refuse such a chain.',
  mend: () => 'Ask your CA for the right chain. A certificate that was made for a server can’t issue others.',
  find: ({ path }) =>
    stepsWith(path, 'notCa', 'keyUsageNoCertSign').map(({ certificate }) => ({
      params: { name: displayName(certificate.subject) },
      certificate,
    })),
});
