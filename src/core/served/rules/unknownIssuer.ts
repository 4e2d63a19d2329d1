import { displayName } from '../../x509/names.ts';
import { defineServedRule } from '../servedRule.ts';
import { labelOf, unknownIssuerOf } from '../servedPath.ts';

export const unknownIssuer = defineServedRule({
  code: 'served.unknownIssuer',
  severity: 'error',
  state: 'untrusted',
  source: 'OutSystems: the certificate comes from a public CA (Use your SSL domain in OutSystems Cloud)',
  title: ({ missing }: { missing: string; child: string }) =>
    `The chain leads to “${missing}”, which is not trusted here`,
  detail: ({ missing, child }) =>
    `“${child}” was issued by “${missing}”, whose certificate is neither sent nor among the trusted ones: a root that nobody trusts, such as that of a company’s own CA, or a certificate that the server should send. Browsers warn everyone who opens the site.`,
  mend: ({ missing }) =>
    `If “${missing}” is your company’s own CA and every visitor’s computer trusts it, add its certificate to the trusted ones (the setting outsystemsSsl.trustedCertificates, or --trust). Otherwise install a certificate of a public CA with its complete chain.`,
  find: (subject) => {
    const child = unknownIssuerOf(subject);
    return child && child !== subject.leaf
      ? [{ params: { missing: displayName(child.issuer), child: labelOf(child) }, certificate: child }]
      : [];
  },
});
