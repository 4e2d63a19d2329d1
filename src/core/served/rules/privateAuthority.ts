import { defineServedRule } from '../servedRule.ts';
import { labelOf } from '../servedPath.ts';

export const privateAuthority = defineServedRule({
  code: 'served.privateAuthority',
  severity: 'warning',
  state: 'privateAuthority',
  source: 'OutSystems: the certificate comes from a public CA (Use your SSL domain in OutSystems Cloud)',
  title: ({ name }: { name: string }) => `“${name}” is trusted by you, not by browsers`,
  detail: () =>
    'The chain ends in a private CA that this computer or your settings trust. Other people’s browsers and phones warn about it. On the way through a proxy that reads along it can also be the proxy’s own certificate.',
  mend: () =>
    'Keep it only where every visitor’s computer trusts this CA, for example inside your company. Otherwise install a certificate of a public CA.',
  find: ({ completed, publicRoots }) => {
    const anchor = completed?.steps.at(-1)?.certificate;
    return anchor && completed.anchorStores.length > 0 && publicRoots.storesOf(anchor.sha256).length === 0
      ? [{ params: { name: labelOf(anchor) }, certificate: anchor }]
      : [];
  },
});
