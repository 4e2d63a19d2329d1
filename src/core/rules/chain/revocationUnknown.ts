import { failureText } from '../../revocation/revocationTexts.ts';
import { displayName } from '../../x509/names.ts';
import { defineRule } from '../rule.ts';

export const revocationUnknown = defineRule({
  code: 'chain.revocationUnknown',
  checks: [],
  severity: 'info',
  source: 'RFC 5280 §6.3, RFC 6960 §2.2',
  title: ({ name }: { name: string; reasons: string }) => `Whether “${name}” is revoked could not be found out`,
  detail: ({ reasons }) => `${reasons}. That says nothing for the certificate and nothing against it.`,
  mend: () =>
    'Try again later. If the addresses can’t be reached from here, for example through your company’s proxy, check from another network.',
  find: ({ path, revocations }) =>
    revocations.flatMap((revocation, i) => {
      const certificate = path?.steps[i]?.certificate;
      if (revocation.status !== 'unknown' || !certificate) return [];
      const reasons = revocation.failures.map(failureText).join('; ');
      return [{ params: { name: displayName(certificate.subject), reasons }, certificate }];
    }),
});
