import { hostOf, issuerAddresses } from '../../online/addresses.ts';
import { FETCH_PROBLEMS } from '../../online/fetchProblem.ts';
import { displayName } from '../../x509/names.ts';
import { defineRule } from '../rule.ts';
import { circleOf, missingIssuerOf, namesakeOfMissing } from '../subjectPath.ts';

export const issuerMissing = defineRule({
  code: 'chain.issuerMissing',
  checks: ['chain'],
  severity: 'error',
  action: 'fetchIssuers',
  lifetimeMessage: 'Chain error: unable to get local issuer certificate',
  source: 'OutSystems: the PFX must include the complete chain (Enable SSL/TLS in OutSystems PaaS)',
  title: ({ missing }: { missing: string; child: string; url: string; failed: string; above: string }) =>
    `The certificate of “${missing}” is missing`,
  detail: ({ missing, child }) =>
    `“${child}” was issued by “${missing}”, whose certificate is neither in this file nor among the trusted ones. OutSystems asks for the complete chain, and browsers can’t follow it without.`,
  mend: ({ missing, url, failed, above }) =>
    `${
      url
        ? `${failed && `It could not be fetched: ${failed}. `}Get it from your CA, which names this address for it: ${url}. Then build the PFX again with it.`
        : `Ask your CA for the certificate of “${missing}” (often in a file called “CA bundle” or “chain”) and build the PFX again with it.`
    }${above && ` If “${missing}” is the root of your company’s own CA, add it to the trusted certificates too.`}`,
  find: (subject) => {
    const child = missingIssuerOf(subject.path);
    if (!child || circleOf(subject.path) || namesakeOfMissing(subject)) return [];
    if (child.issuer.attributes.length === 0) return []; // told as not well-formed
    const url = child.extensions.authorityInfoAccess?.caIssuers[0] ?? '';
    const failed = subject.fetchFailures
      .filter((failure) => issuerAddresses(child).includes(failure.url))
      .map((failure) => `${hostOf(failure.url) ?? failure.url} ${FETCH_PROBLEMS[failure.problem]}`)
      .join('; ');
    return [
      {
        params: {
          missing: displayName(child.issuer),
          child: displayName(child.subject),
          url,
          failed,
          // whoever names an address for its issuer was hardly issued by a root
          above: child.extensions.basicConstraints?.ca && url === '' ? 'yes' : '',
        },
        certificate: child,
      },
    ];
  },
});
