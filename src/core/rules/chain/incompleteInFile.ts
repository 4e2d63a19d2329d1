import { displayName } from '../../x509/names.ts';
import { defineRule } from '../rule.ts';

export const incompleteInFile = defineRule({
  code: 'chain.incompleteInFile',
  checks: ['chain'],
  severity: 'error',
  lifetimeMessage: 'Chain error: unable to get local issuer certificate',
  source: 'OutSystems: the PFX must include the complete chain (Enable SSL/TLS in OutSystems PaaS)',
  title: ({ name }: { name: string }) => `The intermediate “${name}” is not in this file`,
  detail: () =>
    'The chain is sound only because this computer knows that certificate. OutSystems asks for the complete chain in the file, and other people’s browsers need it too.',
  mend: ({ name }) =>
    `Build the PFX again with the certificate of “${name}” in it; your CA offers it as its CA bundle.`,
  find: ({ path }) =>
    (path?.steps ?? [])
      .slice(1)
      .filter((step) => step.origin !== 'file' && !step.certificate.selfIssued)
      .map(({ certificate }) => ({ params: { name: displayName(certificate.subject) }, certificate })),
});
