import { displayName } from '../../x509/names.ts';
import { defineRule } from '../rule.ts';

export const unsafeExponent = defineRule({
  code: 'key.unsafeExponent',
  checks: ['key'],
  severity: 'error',
  source: 'RFC 8017 §3.1; CA/Browser Forum Baseline Requirements 6.1.6',
  title: ({ name, exponent }: { name: string; exponent: string }) =>
    `The RSA key of “${name}” has an impossible public exponent: ${exponent}`,
  detail: () =>
    'The exponent of an RSA key is an odd number from 3 up. With another one a signature proves nothing, or the key does not work at all. It was made by a faulty program.',
  mend: () =>
    'Make a new key with a common tool (OpenSSL takes 65537), with a new request (CSR), and have the certificate issued again for it.',
  find: ({ path }) =>
    (path?.steps ?? []).flatMap(({ certificate }) => {
      const { exponent } = certificate.publicKey;
      if (exponent === undefined || (BigInt(exponent) % 2n === 1n && BigInt(exponent) >= 3n)) return [];
      return [{ params: { name: displayName(certificate.subject), exponent: shorten(exponent) }, certificate }];
    }),
});

/** An exponent may be as long as its maker liked. */
function shorten(digits: string): string {
  return digits.length > 12 ? `${digits.slice(0, 12)}…` : digits;
}
