import { defineRule } from '../rule.ts';

/** What all common tools take, and NIST and the Baseline Requirements recommend as the least. */
const USUAL = 65_537n;

export const smallExponent = defineRule({
  code: 'key.smallExponent',
  checks: ['key'],
  severity: 'info',
  source: 'CA/Browser Forum Baseline Requirements 6.1.6 (SHOULD be at least 65537); NIST SP 800-56B',
  title: ({ exponent }: { exponent: string }) => `The RSA key has the small public exponent ${exponent}`,
  detail: () =>
    'It is allowed and browsers take it. Faulty programs have made such keys unsafe in the past, so 65537 is recommended.',
  mend: () => 'Nothing to do now. Let the key of the next certificate have the usual exponent 65537.',
  find: ({ leaf }) => {
    const exponent = leaf?.publicKey.exponent;
    const odd = exponent !== undefined && BigInt(exponent) % 2n === 1n;
    return leaf && odd && BigInt(exponent) >= 3n && BigInt(exponent) < USUAL
      ? [{ params: { exponent }, certificate: leaf }]
      : [];
  },
});
