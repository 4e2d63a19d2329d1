import { displayDay } from '../../time.ts';
import { displayName } from '../../x509/names.ts';
import { defineRule } from '../rule.ts';
import { authoritiesOf } from '../subjectPath.ts';

export const authorityNotYetValid = defineRule({
  code: 'expiry.authorityNotYetValid',
  checks: ['expiry', 'chain'],
  severity: 'error',
  lifetimeMessage: 'Chain error',
  source: 'RFC 5280 §6.1.3 (a)(2)',
  title: ({ name, date }: { name: string; date: string }) => `“${name}” in the chain is valid only from ${date}`,
  detail: () => 'A chain holds only while every certificate of it does.',
  mend: ({ date }) =>
    `Wait until ${date} before the change, or check the clock of this computer if that day has passed.`,
  find: ({ path, time }) =>
    authoritiesOf(path)
      .filter(({ notBefore }) => time < notBefore)
      .map((certificate) => ({
        params: { name: displayName(certificate.subject), date: displayDay(certificate.notBefore) },
        certificate,
      })),
});
