import { labelOf } from '../servedPath.ts';
import { defineServedRule } from '../servedRule.ts';

const LEAST_RSA_BITS = 2048;

export const smallKey = defineServedRule({
  code: 'served.smallKey',
  severity: 'warning',
  state: null,
  source: 'CA/Browser Forum Baseline Requirements 6.1.5; OpenSSL security level 2',
  title: ({ name, bits }: { name: string; bits: number }) => `The RSA key of “${name}” has only ${bits} bits`,
  detail: () =>
    `Keys below ${LEAST_RSA_BITS} bits are too short to be safe. Browsers may still take them; servers and programs with stricter settings, such as OpenSSL’s default on many systems, do not connect.`,
  mend: () =>
    `Make a new key of ${LEAST_RSA_BITS} bits or more, have your CA issue a certificate for it, and install that.`,
  find: ({ completed }) =>
    (completed?.steps ?? [])
      .map(({ certificate }) => certificate)
      // those of fewer than 1024 bits are told as broken
      .filter(
        ({ publicKey: { kind, bits = LEAST_RSA_BITS } }) =>
          kind.startsWith('rsa') && bits < LEAST_RSA_BITS && bits >= 1024,
      )
      .map((certificate) => ({
        params: { name: labelOf(certificate), bits: certificate.publicKey.bits ?? 0 },
        certificate,
      })),
});
