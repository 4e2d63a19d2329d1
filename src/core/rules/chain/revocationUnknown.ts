import { FETCH_PROBLEMS } from '../../online/fetchProblem.ts';
import { failureText } from '../../revocation/revocationTexts.ts';
import { displayName } from '../../x509/names.ts';
import { defineRule } from '../rule.ts';

export const revocationUnknown = defineRule({
  code: 'chain.revocationUnknown',
  checks: [],
  severity: 'info',
  source: 'RFC 5280 §6.3, RFC 6960 §2.2',
  title: ({ name }: { name: string; reasons: string; unreached: string }) =>
    `Whether “${name}” is revoked could not be found out`,
  detail: ({ reasons }) => `${reasons}. That says nothing for the certificate and nothing against it.`,
  mend: ({ unreached }) =>
    `Try again later. ${
      unreached
        ? 'If the addresses can’t be reached from here, for example through your company’s proxy, check from another network.'
        : 'If it stays so, ask your CA: what its addresses answer can’t be used.'
    }`,
  find: ({ path, revocations }) =>
    revocations.flatMap((revocation, i) => {
      const certificate = path?.steps[i]?.certificate;
      if (revocation.status !== 'unknown' || !certificate) return [];
      const reasons = revocation.failures.map(failureText).join('; ');
      const unreached = revocation.failures.some(({ problem }) => problem in FETCH_PROBLEMS) ? 'yes' : '';
      return [{ params: { name: displayName(certificate.subject), reasons, unreached }, certificate }];
    }),
});
