import { displayDay } from '../../time.ts';
import { defineRule } from '../rule.ts';
import { changesOf } from './replaced.ts';

export const endsSooner = defineRule({
  code: 'replaces.endsSooner',
  checks: ['expiry'],
  severity: 'warning',
  source: 'The certificate that the environment showed when it was last looked at',
  title: () => 'The new certificate ends sooner than the one that is served now',
  detail: ({ end, servedEnd }: { end: string; servedEnd: string }) =>
    `Its last day is ${end}; the one served now lasts until ${servedEnd}.`,
  mend: () => 'Check that this is the newest file that your CA gave you.',
  find: (subject) => {
    const { leaf } = subject;
    const longest = Math.max(...changesOf(subject).map(({ served }) => served.notAfter));
    if (!leaf || longest <= leaf.notAfter) return [];
    return [{ params: { end: displayDay(leaf.notAfter), servedEnd: displayDay(longest) }, certificate: leaf }];
  },
});
