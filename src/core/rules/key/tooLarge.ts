import { defineRule } from '../rule.ts';

const LIFETIME_LIMIT = 4096;

export const tooLarge = defineRule({
  code: 'key.tooLarge',
  checks: ['key'],
  severity: 'error',
  source: 'OutSystems: private key of at most 4096 bits (Use your SSL domain in OutSystems Cloud)',
  title: ({ bits }: { bits: number }) => `The private key has ${bits} bits; OutSystems takes at most ${LIFETIME_LIMIT}`,
  detail: () => 'A longer key is refused, although browsers would take it.',
  mend: () =>
    'Make a new key of 2048, 3072 or 4096 bits with a new request (CSR) and have the certificate issued again for it.',
  find: ({ key }) =>
    key && (key.algorithm.bits ?? 0) > LIFETIME_LIMIT ? [{ params: { bits: key.algorithm.bits ?? 0 } }] : [],
});
