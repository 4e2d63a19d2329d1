import { defineServedRule } from '../servedRule.ts';

export const clientCertificate = defineServedRule({
  code: 'served.clientCertificate',
  severity: 'info',
  state: null,
  source: 'RFC 8446 §4.3.2',
  title: ({ host }: { host: string }) => `${host} asks visitors for a certificate of their own`,
  detail: () => 'Its own certificate could be looked at; what it answers could not.',
  mend: () => 'Nothing to do where this is meant. Otherwise switch client certificates off there.',
  find: ({ observation: { host, https } }) =>
    https?.failure?.reason?.endsWith('ALERT_CERTIFICATE_REQUIRED') ? [{ params: { host } }] : [],
});
