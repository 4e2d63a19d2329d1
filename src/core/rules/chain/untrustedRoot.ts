import { displayName } from '../../x509/names.ts';
import { defineRule } from '../rule.ts';
import { untrustedRootOf } from '../subjectPath.ts';

export const untrustedRoot = defineRule({
  code: 'chain.untrustedRoot',
  checks: ['chain'],
  severity: 'error',
  source: 'OutSystems: the certificate comes from a public CA (Use your SSL domain in OutSystems Cloud)',
  action: 'trustRoot',
  title: ({ name }: { name: string }) => `The chain ends in “${name}”, which nobody trusts`,
  detail: () =>
    'This root is in none of the trust stores that were looked at. Browsers would warn everyone who opens the site, and OutSystems asks for a public CA.',
  mend: () =>
    'Get a certificate from a public CA. If this is your company’s own CA and every visitor’s computer trusts it, add its root to the trusted certificates (the setting outsystemsSsl.trustedCertificates, or --trust).',
  find: ({ path }) => {
    const root = untrustedRootOf(path);
    return root ? [{ params: { name: displayName(root.subject) }, certificate: root }] : [];
  },
});
