import { missReason } from '../../report/missReason.ts';
import { matchName } from '../../x509/hostnames.ts';
import { defineServedRule } from '../servedRule.ts';

export const wrongName = defineServedRule({
  code: 'served.wrongName',
  severity: 'error',
  state: 'wrongName',
  source: 'RFC 9525 §6',
  title: ({ host }: { host: string; reason: string }) => `The certificate is not for ${host}`,
  detail: ({ reason }) => `No name in it fits: ${reason}. Browsers stop people from opening the site.`,
  mend: ({ host }) =>
    `Install a certificate that lists ${host} as a subject alternative name. If it is installed already, check that the DNS leads to the right environment.`,
  find: ({ leaf, observation: { host } }) => {
    const match = leaf && matchName(host, leaf);
    if (!match || match.matched) return [];
    // what OutSystems says of its own names is about a customer's certificate; here OutSystems' own should fit
    return [{ params: { host, reason: missReason(match, '') }, certificate: leaf }];
  },
});
