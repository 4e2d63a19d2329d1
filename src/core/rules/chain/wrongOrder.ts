import { defineRule } from '../rule.ts';
import { inChainOrder } from '../subjectPath.ts';

export const wrongOrder = defineRule({
  code: 'chain.wrongOrder',
  checks: [],
  severity: 'info',
  action: 'saveAgain',
  source: 'RFC 8446 §4.4.2: a server sends its own certificate first, each next one certifying the one before',
  title: () => 'The certificates do not stand in the order of the chain',
  detail: () => 'Most programs sort them. Some take the first certificate for the server’s own, whatever it is.',
  mend: () => 'Export the file again with the server’s certificate first, then its issuer, and so on up to the root.',
  find: (subject) => (inChainOrder(subject) === false ? [{ params: {} }] : []),
});
