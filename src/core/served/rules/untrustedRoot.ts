import { untrustedRootOf } from '../../rules/subjectPath.ts';
import { defineServedRule } from '../servedRule.ts';
import { labelOf } from '../servedPath.ts';

export const untrustedRoot = defineServedRule({
  code: 'served.untrustedRoot',
  severity: 'error',
  state: 'untrusted',
  source: 'OutSystems: the certificate comes from a public CA (Use your SSL domain in OutSystems Cloud)',
  title: ({ name }: { name: string }) => `The chain ends in “${name}”, which nobody trusts`,
  detail: () =>
    'This root is in none of the trust stores that were looked at. Browsers warn everyone who opens the site.',
  mend: () =>
    'Install a certificate of a public CA. If this is your company’s own CA and every visitor’s computer trusts it, add its root to the trusted certificates (the setting outsystemsSsl.trustedCertificates, or --trust).',
  find: ({ completed }) => {
    const root = untrustedRootOf(completed);
    return root ? [{ params: { name: labelOf(root) }, certificate: root }] : [];
  },
});
