import { daysBetween, displayDay } from '../../time.ts';
import { displayName } from '../../x509/names.ts';
import { defineRule } from '../rule.ts';
import { isExpiring } from '../validity.ts';

export const expiringSoon = defineRule({
  code: 'expiry.expiringSoon',
  checks: ['expiry'],
  severity: 'warning',
  source: 'setting outsystemsSsl.expiryWarningDays',
  title: ({ name, days }: { name: string; date: string; days: number; leaf: string }) =>
    `“${name}” expires ${days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`}`,
  detail: ({ date, leaf }) =>
    leaf
      ? `Its last day is ${date}. Installing it now means doing this job again soon.`
      : `Its last day is ${date}. From then on the chain no longer holds, even if the certificate for your domain still does.`,
  mend: ({ leaf }) =>
    leaf
      ? 'Renew it now and install the new one instead, if your CA allows it.'
      : 'Ask your CA for the newer certificate of this name.',
  find: ({ path, leaf, time, expiryWarningDays }) =>
    (path?.steps ?? [])
      .filter(({ certificate }) => isExpiring(certificate, time, expiryWarningDays))
      .map(({ certificate }) => ({
        params: {
          name: displayName(certificate.subject),
          date: displayDay(certificate.notAfter),
          days: daysBetween(time, certificate.notAfter),
          leaf: certificate === leaf ? 'yes' : '',
        },
        certificate,
      })),
});
