import { displayDay } from '../../time.ts';
import { displayName } from '../../x509/names.ts';
import { defineRule } from '../rule.ts';
import { authoritiesOf } from '../subjectPath.ts';

export const authorityExpired = defineRule({
  code: 'expiry.authorityExpired',
  checks: ['expiry', 'chain'],
  severity: 'error',
  lifetimeMessage: 'Chain error',
  source: 'RFC 5280 §6.1.3 (a)(2)',
  title: ({ name, date }: { name: string; date: string }) => `“${name}” in the chain expired on ${date}`,
  detail: () =>
    'A chain holds only while every certificate of it does. Usually the CA has a newer certificate of the same name.',
  mend: ({ name }) => `Take the current certificate of “${name}” from your CA and build the PFX again with it.`,
  find: ({ path, time }) =>
    authoritiesOf(path)
      .filter(({ notAfter }) => time > notAfter)
      .map((certificate) => ({
        params: { name: displayName(certificate.subject), date: displayDay(certificate.notAfter) },
        certificate,
      })),
});
