import { defineRule } from '../rule.ts';
import { isUselessForTls } from './notForTls.ts';

export const notRsa = defineRule({
  code: 'key.notRsa',
  checks: ['key'],
  severity: 'warning',
  source: 'no OutSystems document says that LifeTime takes other keys than RSA',
  title: ({ algorithm }: { algorithm: string }) =>
    `The key is ${algorithm}; OutSystems documents nothing about such keys`,
  detail: () =>
    'The limit that OutSystems states, 4096 bits, is one of RSA keys. Whether LifeTime takes other kinds is not documented. Public CAs certify RSA keys and EC keys on P-256, P-384 and P-521 only.',
  mend: () =>
    'Try it first on an environment that nobody depends on, or have the certificate issued for an RSA key of 2048 to 4096 bits.',
  find: ({ key }) =>
    key && !key.algorithm.kind.startsWith('rsa') && !isUselessForTls(key.algorithm)
      ? [{ params: { algorithm: key.algorithm.name } }]
      : [],
});
