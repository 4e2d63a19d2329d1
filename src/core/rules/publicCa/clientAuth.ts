import { utcMillis } from '../../time.ts';
import type { Certificate } from '../../x509/certificate.ts';
import { defineRule } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { withLint } from './publicLints.ts';

/** From then on no leaf under a root that Chrome trusts may have another purpose than serverAuth. */
const END = utcMillis(2027, 3, 15, 0, 0, 0) ?? 0;

/** Leaves of public CAs that are meant for TLS clients too, issued before or from the day on which that ends. */
export function clientAuthLeaves(subject: Subject, when: 'before' | 'from'): readonly Certificate[] {
  return withLint(subject, 'clientAuth').filter(({ notBefore }) => notBefore >= END === (when === 'from'));
}

export const clientAuth = defineRule({
  code: 'publicCa.clientAuth',
  checks: ['chain'],
  severity: 'info',
  lint: true,
  source: 'Chrome Root Program policy 1.8, 1.3.2',
  title: () => 'The certificate can also be used as that of a client',
  detail: () =>
    'That does no harm to a web site. Public CAs stop it: certificates issued from 15 March 2027 on must not have this purpose. If something of yours logs in elsewhere with this certificate, it needs another one by then.',
  mend: () => 'Nothing to do for the web site. For logins with a certificate, plan one of a private CA.',
  find: (subject) => clientAuthLeaves(subject, 'before').map((certificate) => ({ params: {}, certificate })),
});
