import { isExpiring } from '../../rules/validity.ts';
import { daysBetween, displayDay } from '../../time.ts';
import { defineServedRule } from '../servedRule.ts';
import { labelOf, stepsOf } from '../servedPath.ts';

export const expiring = defineServedRule({
  code: 'served.expiring',
  severity: 'warning',
  state: 'expiring',
  source: 'setting outsystemsSsl.expiryWarningDays',
  title: ({ name, days, leaf }: { name: string; date: string; days: number; leaf: string }) => {
    const when = days === 0 ? 'within a day' : days === 1 ? 'tomorrow' : `in ${days} days`;
    return leaf ? `The certificate expires ${when}` : `“${name}” in the chain expires ${when}`;
  },
  detail: ({ date }) => `Its last day is ${date}. From then on browsers stop people from opening the site.`,
  mend: ({ leaf }) =>
    leaf
      ? 'Renew it with your CA now, check the new file, and install it.'
      : 'Ask your CA for the newer certificate of this name, and install your certificate with it.',
  find: (subject) =>
    stepsOf(subject)
      .filter(({ certificate, anchor }) => !anchor && isExpiring(certificate, subject.time, subject.expiryWarningDays))
      .map(({ certificate }) => ({
        params: {
          name: labelOf(certificate),
          date: displayDay(certificate.notAfter),
          days: daysBetween(subject.time, certificate.notAfter),
          leaf: certificate === subject.leaf ? 'yes' : '',
        },
        certificate,
      })),
});
