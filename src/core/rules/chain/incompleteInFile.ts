import { displayName } from '../../x509/names.ts';
import { samePublicKey } from '../../x509/samePublicKey.ts';
import type { Certificate } from '../../x509/certificate.ts';
import { defineRule } from '../rule.ts';

export const incompleteInFile = defineRule({
  code: 'chain.incompleteInFile',
  checks: ['chain'],
  severity: 'error',
  action: 'saveComplete',
  lifetimeMessage: 'Chain error: unable to get local issuer certificate',
  source: 'OutSystems: the PFX must include the complete chain (Enable SSL/TLS in OutSystems PaaS)',
  title: ({ name }: { name: string; url: string; address: string }) => `The intermediate “${name}” is not in this file`,
  detail: ({ url }) =>
    `${url ? `The chain is sound only with that certificate, which was fetched from ${url}.` : 'The chain is sound only because this computer knows that certificate.'} OutSystems asks for the complete chain in the file, and other people’s browsers need it too.`,
  mend: ({ name, url, address }) =>
    url
      ? `Build the PFX again with the certificate of “${name}” in it, the one that was fetched.`
      : `Build the PFX again with the certificate of “${name}” in it; ${address ? `your CA offers it at ${address}.` : 'your CA offers it as its CA bundle.'}`,
  find: ({ path, fetchedFrom, certificates, chainInFile }) =>
    (chainInFile ? [] : (path?.steps ?? []))
      .map((step, i, steps) => ({ ...step, child: steps[i - 1]?.certificate }))
      .slice(1)
      .filter(({ origin, certificate }) => origin !== 'file' && !certificate.selfIssued)
      .filter(({ certificate }) => !certificates.some((other) => isTwin(other, certificate)))
      .map(({ certificate, origin, child }) => ({
        params: {
          name: displayName(certificate.subject),
          url: origin === 'fetched' ? (fetchedFrom.get(certificate.sha256) ?? '') : '',
          address: child?.extensions.authorityInfoAccess?.caIssuers[0] ?? '',
        },
        certificate,
      })),
});

/** The same CA, certified by another one or at another time: it vouches for the same certificates. */
function isTwin(a: Certificate, b: Certificate): boolean {
  return a.subject.key === b.subject.key && samePublicKey(a.publicKey.spki, b.publicKey.spki) === true;
}
