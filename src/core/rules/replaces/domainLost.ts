import { defineRule } from '../rule.ts';
import { namesOfAll } from './replaced.ts';

export const domainLost = defineRule({
  code: 'replaces.domainLost',
  checks: ['domain'],
  severity: 'error',
  source: 'RFC 9525 §6; the certificate that the environment showed when it was last looked at',
  title: ({ names }: { names: string }) => `The new certificate no longer covers ${names}`,
  detail: () => 'The one that is served now does. After the change browsers would refuse the site under this name.',
  mend: () => 'Ask your CA for a certificate that covers all domains of the environment.',
  find: (subject) => {
    const names = namesOfAll(subject, ({ domainsLost }) => domainsLost);
    return names.length > 0 ? [{ params: { names: names.join(', ') } }] : [];
  },
});
