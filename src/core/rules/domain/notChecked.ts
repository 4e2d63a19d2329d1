import { defineRule } from '../rule.ts';

export const notChecked = defineRule({
  code: 'domain.notChecked',
  checks: ['domain'],
  severity: 'warning',
  source:
    'OutSystems: the certificate is issued for the DNS name used to reach the environment (Enable SSL/TLS in OutSystems PaaS)',
  action: 'addEnvironment',
  title: () => 'The domains were not checked',
  detail: () =>
    'A certificate must be issued for the name under which people reach the environment. There is no environment here to compare it with.',
  mend: () =>
    'Choose or add an environment with the domains that people use to reach it (on the command line: --host).',
  find: ({ environment }) => (environment ? [] : [{ params: {} }]),
});
