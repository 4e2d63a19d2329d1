import { displayName } from '../../x509/names.ts';
import { defineRule } from '../rule.ts';
import { stepsWith } from '../subjectPath.ts';

export const notVerifiable = defineRule({
  code: 'chain.notVerifiable',
  checks: ['chain'],
  severity: 'warning',
  source: 'limits of the crypto library of this VS Code',
  title: ({ name }: { name: string; algorithm: string }) => `The signature of “${name}” can’t be verified here`,
  detail: ({ algorithm }) =>
    `This VS Code can’t check signatures of the kind ${algorithm}. That says nothing against the certificate.`,
  mend: ({ algorithm }) =>
    `Check the chain with another tool, or ask your CA for a certificate signed with RSA or ECDSA instead of ${algorithm}.`,
  find: ({ path }) =>
    stepsWith(path, 'signatureNotVerifiable').map(({ certificate }) => ({
      params: { name: displayName(certificate.subject), algorithm: certificate.signature.name },
      certificate,
    })),
});
