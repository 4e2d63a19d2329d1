import { defineServedRule } from '../servedRule.ts';

export const noCertificate = defineServedRule({
  code: 'served.noCertificate',
  severity: 'error',
  state: 'untrusted',
  source: 'RFC 8446 §4.4.2',
  title: ({ host }: { host: string }) => `The certificate that ${host} sends can’t be read`,
  detail: () => 'It is damaged, or no certificate at all. Browsers refuse the site.',
  mend: () => 'Install the certificate again there.',
  find: ({ observation: { host, tls }, leaf }) => (tls.failure === null && !leaf ? [{ params: { host } }] : []),
});
