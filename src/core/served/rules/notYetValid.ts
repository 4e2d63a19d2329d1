import { displayDay } from '../../time.ts';
import { defineServedRule } from '../servedRule.ts';
import { labelOf, stepsOf } from '../servedPath.ts';

export const notYetValid = defineServedRule({
  code: 'served.notYetValid',
  severity: 'error',
  state: 'notYetValid',
  source: 'RFC 5280 §4.1.2.5',
  title: ({ name, date }: { name: string; date: string }) => `“${name}” is valid only from ${date}`,
  detail: () => 'Until then browsers stop people from opening the site.',
  mend: ({ date }) =>
    `Put the earlier certificate back until ${date}; or check the clock of this computer if that day has passed.`,
  find: (subject) =>
    stepsOf(subject)
      .filter(({ certificate, anchor }) => !anchor && subject.time < certificate.notBefore)
      .map(({ certificate }) => ({
        params: { name: labelOf(certificate), date: displayDay(certificate.notBefore) },
        certificate,
      })),
});
