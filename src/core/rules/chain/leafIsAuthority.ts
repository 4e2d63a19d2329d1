import { displayName } from '../../x509/names.ts';
import { defineRule } from '../rule.ts';
import { isSelfSigned } from '../subjectPath.ts';

export const leafIsAuthority = defineRule({
  code: 'chain.leafIsAuthority',
  checks: ['chain'],
  severity: 'error',
  source: 'CA/Browser Forum Baseline Requirements 7.1.2.7.8 and 7.1.2.7.11',
  title: ({ name }: { name: string }) => `“${name}” is the certificate of a CA, not of a server`,
  detail: () =>
    'No other certificate of this file could be the server’s own. A certificate that may issue others is none for a web server: browsers refuse it, or should.',
  mend: () => 'Export the file again with the certificate that your CA issued for your domain.',
  find: (subject) => {
    const { leaf } = subject;
    const authority =
      leaf?.extensions.basicConstraints?.ca || leaf?.extensions.keyUsage?.usages.includes('keyCertSign');
    return leaf && authority && !isSelfSigned(subject)
      ? [{ params: { name: displayName(leaf.subject) }, certificate: leaf }]
      : [];
  },
});
