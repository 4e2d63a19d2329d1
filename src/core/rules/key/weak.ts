import { defineRule } from '../rule.ts';

const LEAST_RSA_BITS = 2048;

export const weak = defineRule({
  code: 'key.weak',
  checks: ['key'],
  severity: 'error',
  source: 'CA/Browser Forum Baseline Requirements 6.1.5',
  title: ({ bits }: { bits: number }) => `The RSA key has only ${bits} bits`,
  detail: () =>
    `Keys below ${LEAST_RSA_BITS} bits are too short to be safe, and no public CA may certify them. LifeTime has no message for this.`,
  mend: () =>
    'Make a new RSA key of at least 2048 bits with a new request (CSR) and have the certificate issued again for it.',
  find: ({ key }) => {
    const bits = key?.algorithm.kind.startsWith('rsa') ? key.algorithm.bits : undefined;
    return bits !== undefined && bits < LEAST_RSA_BITS ? [{ params: { bits } }] : [];
  },
});
