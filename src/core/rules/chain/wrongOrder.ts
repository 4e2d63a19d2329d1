import { defineRule } from '../rule.ts';
import { displayName } from '../../x509/names.ts';
import { inChainOrder } from '../subjectPath.ts';

export const wrongOrder = defineRule({
  code: 'chain.wrongOrder',
  checks: [],
  severity: 'info',
  action: 'saveAgain',
  source: 'RFC 8446 §4.4.2: a server sends its own certificate first, each next one certifying the one before',
  title: () => 'The certificates do not stand in the order of the chain',
  detail: ({ order }: { order: string }) =>
    `They stand as ${order}. Most programs sort them; some take the first for the server’s own, whatever it is.`,
  mend: () => 'Export the file again with the server’s certificate first, then its issuer, and so on up to the root.',
  find: (subject) => {
    if (inChainOrder(subject) !== false) return [];
    const onPath = new Set((subject.path?.steps ?? []).map(({ certificate }) => certificate.sha256));
    const found = subject.certificates.filter(({ sha256 }) => onPath.has(sha256));
    return [{ params: { order: found.map((certificate) => `“${displayName(certificate.subject)}”`).join(', ') } }];
  },
});
