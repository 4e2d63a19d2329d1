import { defineRule } from '../rule.ts';

export const notChecked = defineRule({
  code: 'domain.notChecked',
  checks: ['domain'],
  severity: 'warning',
  source:
    'OutSystems: the certificate is issued for the DNS name used to reach the environment (Enable SSL/TLS in OutSystems PaaS)',
  action: 'chooseEnvironment',
  title: () => 'The domains were not checked',
  detail: () =>
    'A certificate must be issued for the name under which people reach the environment. None was chosen to compare the certificate with.',
  mend: () => 'Choose or add an environment with the domains that people use to reach it.',
  find: ({ environment }) => (environment ? [] : [{ params: {} }]),
});
