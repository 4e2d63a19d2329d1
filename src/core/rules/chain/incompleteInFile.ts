import { displayName } from '../../x509/names.ts';
import { defineRule } from '../rule.ts';

export const incompleteInFile = defineRule({
  code: 'chain.incompleteInFile',
  checks: ['chain'],
  severity: 'error',
  lifetimeMessage: 'Chain error: unable to get local issuer certificate',
  source: 'OutSystems: the PFX must include the complete chain (Enable SSL/TLS in OutSystems PaaS)',
  title: ({ name }: { name: string; url: string }) => `The intermediate “${name}” is not in this file`,
  detail: ({ url }) =>
    `${url ? `The chain is sound only with that certificate, which was fetched from ${url}.` : 'The chain is sound only because this computer knows that certificate.'} OutSystems asks for the complete chain in the file, and other people’s browsers need it too.`,
  mend: ({ name, url }) =>
    url
      ? `Build the PFX again with the certificate of “${name}” in it, the one that was fetched.`
      : `Build the PFX again with the certificate of “${name}” in it; your CA offers it as its CA bundle.`,
  find: ({ path, fetchedFrom }) =>
    (path?.steps ?? [])
      .slice(1)
      .filter((step) => step.origin !== 'file' && !step.certificate.selfIssued)
      .map(({ certificate, origin }) => ({
        params: {
          name: displayName(certificate.subject),
          url: origin === 'fetched' ? (fetchedFrom.get(certificate.sha256) ?? '') : '',
        },
        certificate,
      })),
});
