import { defineRule } from '../rule.ts';
import { namesOfAll } from './replaced.ts';

export const nameLost = defineRule({
  code: 'replaces.nameLost',
  checks: [],
  severity: 'warning',
  source: 'RFC 9525 §6; the certificate that the environment showed when it was last looked at',
  title: ({ names }: { names: string }) => `The certificate served now covers a name that this one doesn’t: ${names}`,
  detail: () =>
    'It is none of the environment’s domains, but somebody may still use it: browsers would refuse it then.',
  mend: () => 'If the name is still in use, ask your CA for a certificate that covers it too.',
  find: (subject) => {
    const names = namesOfAll(subject, ({ namesLost, domainsLost }) =>
      namesLost.filter((name) => !domainsLost.includes(name)),
    );
    return names.length > 0 ? [{ params: { names: names.join(', ') } }] : [];
  },
});
