import { defineRule } from '../rule.ts';
import { changesOf } from './replaced.ts';

export const issuerChanged = defineRule({
  code: 'replaces.issuerChanged',
  checks: [],
  severity: 'info',
  source: 'The certificate that the environment showed when it was last looked at',
  title: ({ from, to }: { from: string; to: string }) => `The issuer changes from “${from}” to “${to}”`,
  detail: () => 'Programs that hold the CA’s certificate instead of asking the system have to know the new one.',
  mend: () => 'Tell those who run such programs before the change.',
  find: (subject) => {
    const [first] = changesOf(subject).flatMap(({ replacement: { issuer } }) => (issuer.changed ? [issuer] : []));
    return first ? [{ params: { from: first.from, to: first.to } }] : [];
  },
});
