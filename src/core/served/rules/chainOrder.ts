import { inChainOrder } from '../../rules/subjectPath.ts';
import { defineServedRule } from '../servedRule.ts';

export const chainOrder = defineServedRule({
  code: 'served.chainOrder',
  severity: 'info',
  state: null,
  source: 'RFC 5246 §7.4.2; RFC 8446 §4.4.2',
  title: ({ host }: { host: string }) => `${host} does not send its certificates in the order of the chain`,
  detail: () =>
    'Browsers sort them. Up to TLS 1.2 the order is part of the rules, and some older programs refuse another.',
  mend: () => 'Install them again in order: the server’s certificate first, then its issuer, and so on.',
  find: ({ certificates, path, observation: { host } }) =>
    inChainOrder({ certificates, path }) === false ? [{ params: { host } }] : [],
});
