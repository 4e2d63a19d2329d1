import { displayDay } from '../../time.ts';
import { validityDays, validityLimit } from '../../x509/validityLimit.ts';
import { withLint } from '../publicCa/publicLints.ts';
import { defineRule } from '../rule.ts';

export const validityTooLong = defineRule({
  code: 'expiry.validityTooLong',
  checks: ['expiry'],
  severity: 'error',
  source: 'CA/Browser Forum Baseline Requirements 6.3.2; Chromium net/cert/cert_verify_proc.cc (HasTooLongValidity)',
  title: ({ days, limit }: { days: number; limit: number; issued: string }) =>
    `The certificate is valid for ${days} days; ${limit} are allowed`,
  detail: ({ limit, issued }) =>
    `Public CAs may certify a server for at most ${limit} days where the certificate begins on ${issued}, and Chrome refuses one that is valid for longer (ERR_CERT_VALIDITY_TOO_LONG). LifeTime has no message for this.`,
  mend: ({ limit }) => `Ask your CA for a certificate that is valid for at most ${limit} days.`,
  find: (subject) =>
    withLint(subject, 'validityTooLong').map((certificate) => ({
      params: {
        days: validityDays(certificate),
        limit: validityLimit(certificate.notBefore) ?? 0,
        issued: displayDay(certificate.notBefore),
      },
      certificate,
    })),
});
