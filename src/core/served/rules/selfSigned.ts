import { defineServedRule } from '../servedRule.ts';

export const selfSigned = defineServedRule({
  code: 'served.selfSigned',
  severity: 'error',
  state: 'untrusted',
  source: 'OutSystems: not self-signed (Use your SSL domain in OutSystems Cloud)',
  title: () => 'The certificate is self-signed',
  detail: () => 'No CA vouches for it: it was signed with its own key. Browsers warn everyone who opens the site.',
  mend: () => 'Install a certificate of a public CA.',
  find: ({ leaf, path }) =>
    leaf?.selfIssued && path?.steps.length === 1 && path.anchorStores.length === 0
      ? [{ params: {}, certificate: leaf }]
      : [],
});
