import { displayDay } from '../../time.ts';
import { displayName } from '../../x509/names.ts';
import { defineRule } from '../rule.ts';

export const notYetValid = defineRule({
  code: 'expiry.notYetValid',
  checks: ['expiry'],
  severity: 'error',
  source: 'RFC 5280 §6.1.3 (a)(2)',
  title: ({ name, date }: { name: string; date: string }) => `“${name}” is valid only from ${date}`,
  detail: () =>
    'Browsers refuse it before that day. LifeTime has no message for this, so nothing would stop the upload.',
  mend: ({ date }) =>
    `Wait until ${date} before the change, or check the clock of this computer if that day has passed.`,
  find: ({ leaf, time }) =>
    leaf && time < leaf.notBefore
      ? [{ params: { name: displayName(leaf.subject), date: displayDay(leaf.notBefore) }, certificate: leaf }]
      : [],
});
