import { stepsWith } from '../../rules/subjectPath.ts';
import { defineServedRule } from '../servedRule.ts';
import { labelOf } from '../servedPath.ts';

export const notVerifiable = defineServedRule({
  code: 'served.notVerifiable',
  severity: 'warning',
  state: null,
  source: 'limits of the crypto library of this program',
  title: ({ name }: { name: string; algorithm: string }) => `The signature of “${name}” can’t be verified here`,
  detail: ({ algorithm }) =>
    `This program can’t check signatures of the kind ${algorithm}. That says nothing against the certificate.`,
  mend: () => 'Check the chain with another tool.',
  find: ({ completed }) =>
    stepsWith(completed, 'signatureNotVerifiable').map(({ certificate }) => ({
      params: { name: labelOf(certificate), algorithm: certificate.signature.name },
      certificate,
    })),
});
