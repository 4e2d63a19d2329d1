import { defineRule } from '../rule.ts';
import { clientAuthLeaves } from './clientAuth.ts';

export const clientAuthForbidden = defineRule({
  code: 'publicCa.clientAuthForbidden',
  checks: ['chain'],
  severity: 'error',
  lint: true,
  source: 'Chrome Root Program policy 1.8, 1.3.2',
  title: () => 'The certificate can also be used as that of a client, which is no longer allowed',
  detail: () =>
    'Certificates of public CAs issued from 15 March 2027 on must be meant for web servers alone. Chrome removes CAs that go on issuing others, so this one can’t be relied on.',
  mend: () => 'Ask your CA to issue the certificate again for TLS web servers only (serverAuth without clientAuth).',
  find: (subject) => clientAuthLeaves(subject, 'from').map((certificate) => ({ params: {}, certificate })),
});
