import { wantsCertificate } from './clientCertificate.ts';
import { defineServedRule } from '../servedRule.ts';

export const noAnswer = defineServedRule({
  code: 'served.noAnswer',
  severity: 'info',
  state: null,
  source: 'RFC 9110 §15; one request for / over HTTPS',
  title: ({ host }: { host: string; code: string; reason: string }) =>
    `${host} gave no answer that can be read over HTTPS`,
  detail: ({ code, reason }) =>
    `The secure connection was made, and the certificate could be looked at. What came over it then was ${
      code === 'timeout' ? 'no answer in time' : code === 'reset' ? 'the end of the connection' : 'no HTTP'
    }${reason ? ` (${reason})` : ''}, so HSTS could not be looked at.`,
  mend: () =>
    'Open the site in a browser. If it does not open there either, check that the application server behind it runs.',
  find: ({ observation: { host, https } }) =>
    https?.failure && !wantsCertificate(https)
      ? [{ params: { host, code: https.failure.code, reason: https.failure.reason ?? '' } }]
      : [],
});
