import { daysBetween, displayDay } from '../../time.ts';
import { plural } from '../../report/plural.ts';
import { defineServedRule } from '../servedRule.ts';
import { labelOf, stepsOf } from '../servedPath.ts';

export const expired = defineServedRule({
  code: 'served.expired',
  severity: 'error',
  state: 'expired',
  source: 'RFC 5280 §4.1.2.5',
  title: ({ name, date, leaf }: { name: string; date: string; ago: string; leaf: string }) =>
    leaf ? `The certificate expired on ${date}` : `“${name}” in the chain expired on ${date}`,
  detail: ({ ago }) => `That was ${ago}. Browsers stop people from opening the site.`,
  mend: ({ leaf }) =>
    leaf
      ? 'Renew it with your CA, check the new file, and install it.'
      : 'Ask your CA for the chain that is valid now, and install the certificate with it.',
  find: (subject) =>
    stepsOf(subject)
      .filter(({ certificate, anchor }) => !anchor && subject.time > certificate.notAfter)
      .map(({ certificate }) => {
        const days = daysBetween(certificate.notAfter, subject.time);
        return {
          params: {
            name: labelOf(certificate),
            date: displayDay(certificate.notAfter),
            ago: days === 0 ? 'less than a day ago' : `${plural(days, 'day')} ago`,
            leaf: certificate === subject.leaf ? 'yes' : '',
          },
          certificate,
        };
      }),
});
