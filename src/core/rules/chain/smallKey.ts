import { displayName } from '../../x509/names.ts';
import { defineRule } from '../rule.ts';

const LEAST_RSA_BITS = 2048;

export const smallKey = defineRule({
  code: 'chain.smallKey',
  checks: ['chain'],
  severity: 'warning',
  source: 'CA/Browser Forum Baseline Requirements 6.1.5; OpenSSL security level 2',
  title: ({ name, bits }: { name: string; bits: number }) => `The RSA key of “${name}” has only ${bits} bits`,
  detail: () =>
    `Keys below ${LEAST_RSA_BITS} bits are too short to be safe, also where a CA signs with them. Browsers may still take the chain; servers and programs with stricter settings, such as OpenSSL’s default on many systems, do not.`,
  mend: ({ name }) => `Ask your CA for a chain with a newer certificate in place of “${name}”.`,
  find: ({ path, leaf, key }) =>
    (path?.steps ?? [])
      .map(({ certificate }) => certificate)
      .filter((certificate) => certificate !== leaf || !key) // key.weak tells it of the file's own key
      .filter(({ publicKey: { kind, bits } }) => kind.startsWith('rsa') && (bits ?? LEAST_RSA_BITS) < LEAST_RSA_BITS)
      .map((certificate) => ({
        params: { name: displayName(certificate.subject), bits: certificate.publicKey.bits ?? 0 },
        certificate,
      })),
});
