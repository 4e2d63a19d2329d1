import { logsOf, timestampsNeeded } from '../../x509/leafLints.ts';
import { validityDays } from '../../x509/validityLimit.ts';
import { defineRule } from '../rule.ts';
import { withLint } from './publicLints.ts';

export const timestamps = defineRule({
  code: 'publicCa.timestamps',
  checks: ['chain'],
  severity: 'warning',
  lint: true,
  source: 'Chrome CT policy; RFC 6962 §3.3',
  title: ({ logs, needed }: { logs: number; needed: number; days: number }) =>
    logs === 0
      ? 'The certificate carries no proof that it was published (CT)'
      : `The certificate carries proof of publication from ${logs === 1 ? 'one log' : `${logs} logs`}; browsers want ${needed}`,
  detail: ({ needed, days }) =>
    `Public CAs publish each certificate in logs (Certificate Transparency). Chrome and Safari refuse a certificate that is valid for ${days} days with proof from fewer than ${needed} logs, unless the server sends further proof itself, and nothing is documented that says OutSystems does.`,
  mend: () =>
    'Ask your CA why the certificate has so few embedded timestamps (SCTs), and have it issued again with them.',
  find: (subject) =>
    withLint(subject, 'tooFewTimestamps').map((certificate) => ({
      params: {
        logs: logsOf(certificate).size,
        needed: timestampsNeeded(certificate),
        days: validityDays(certificate),
      },
      certificate,
    })),
});
