import { missingIssuerOf } from '../../rules/subjectPath.ts';
import { displayName } from '../../x509/names.ts';
import { defineServedRule } from '../servedRule.ts';
import { labelOf, unknownIssuerOf } from '../servedPath.ts';

export const incompleteChain = defineServedRule({
  code: 'served.incompleteChain',
  severity: 'error',
  state: 'incompleteChain',
  source: 'RFC 8446 §4.4.2; OutSystems: the complete chain (Enable SSL/TLS in OutSystems PaaS)',
  title: ({ missing }: { missing: string; child: string; url: string; known: string }) =>
    `The server does not send the certificate of “${missing}”`,
  detail: ({ missing, child, known }) =>
    known
      ? `“${child}” was issued by “${missing}”. The chain is sound with that certificate, which is known here from elsewhere; clients that do not have it, often mobile apps and other servers, can’t connect.`
      : `“${child}” was issued by “${missing}”, and that certificate is neither sent nor among the trusted ones, so the chain can’t be followed.`,
  mend: ({ missing, url }) =>
    `Install the certificate again with its complete chain, “${missing}” included.${url ? ` Your CA names this address for it: ${url}.` : ' Your CA offers it as “CA bundle” or “chain”.'}`,
  find: (subject) => {
    const child = missingIssuerOf(subject.path);
    const unknown = unknownIssuerOf(subject);
    if (!child || (child.selfIssued && child === subject.leaf)) return []; // told as self-signed
    // behind an intermediate that was sent may stand a root, which need not be sent: `unknownIssuer` tells that
    if (unknown && unknown !== subject.leaf) return [];
    const url = child.extensions.authorityInfoAccess?.caIssuers[0] ?? '';
    const params = {
      missing: displayName(child.issuer),
      child: labelOf(child),
      url,
      known: unknown ? '' : 'yes',
    };
    return [{ params, certificate: child }];
  },
});
