import { defineRule } from '../rule.ts';

/** Keys that agree on a secret and sign nothing, and DSA, which TLS gave up. */
const NAMES: ReadonlySet<string> = new Set(['DH', 'DSA', 'ML-KEM-512', 'ML-KEM-768', 'ML-KEM-1024', 'X25519', 'X448']);

/** Whether no web server can use such a key, whoever issues its certificate. */
export function isUselessForTls(algorithm: { readonly name: string }): boolean {
  return NAMES.has(algorithm.name);
}

export const notForTls = defineRule({
  code: 'key.notForTls',
  checks: ['key'],
  severity: 'error',
  source: 'RFC 8446 §4.2.3, §4.4.2.2',
  title: ({ algorithm }: { algorithm: string }) => `No web server can use this key: its kind is ${algorithm}`,
  detail: ({ algorithm }) =>
    algorithm === 'DSA'
      ? 'For HTTPS a server signs with its key. TLS 1.3 forbids DSA for that, and browsers do not take it. LifeTime has no message for this.'
      : `For HTTPS a server signs with its key, and ${algorithm} keys can’t sign. LifeTime has no message for this.`,
  mend: () =>
    'Make a new RSA key of 2048 to 4096 bits with a new request (CSR), and have the certificate issued again for it.',
  find: ({ key }) => (key && isUselessForTls(key.algorithm) ? [{ params: { algorithm: key.algorithm.name } }] : []),
});
