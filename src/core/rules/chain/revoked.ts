import { reasonText } from '../../revocation/revocationTexts.ts';
import { displayDay } from '../../time.ts';
import { displayName } from '../../x509/names.ts';
import { defineRule } from '../rule.ts';

export const revoked = defineRule({
  code: 'chain.revoked',
  checks: ['chain'],
  severity: 'error',
  source: 'RFC 5280 §6.3, RFC 6960 §2.2',
  title: ({ name }: { name: string; on: string; reason: string }) => `“${name}” has been revoked by its CA`,
  detail: ({ on, reason }) =>
    `The CA took it back on ${on}: ${reason}. It is not to be trusted any more, whatever its dates say, and browsers that learn of it refuse it.`,
  mend: () =>
    'Ask your CA for a new certificate, with a new private key unless you know that nobody else has the old one.',
  find: ({ path, revocations }) =>
    revocations.flatMap((revocation, i) => {
      const certificate = path?.steps[i]?.certificate;
      if (revocation.status !== 'revoked' || !certificate) return [];
      const { at, reason } = revocation;
      return [
        {
          params: { name: displayName(certificate.subject), on: displayDay(at), reason: reasonText(reason) },
          certificate,
        },
      ];
    }),
});
