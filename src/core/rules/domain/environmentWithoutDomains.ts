import { defineRule } from '../rule.ts';

export const environmentWithoutDomains = defineRule({
  code: 'domain.environmentWithoutDomains',
  checks: ['domain'],
  severity: 'warning',
  source:
    'OutSystems: the certificate is issued for the DNS name used to reach the environment (Enable SSL/TLS in OutSystems PaaS)',
  action: 'editEnvironment',
  title: ({ environment }: { environment: string }) =>
    `${environment || 'The environment'} has no domain of its own yet`,
  detail: () =>
    'A certificate must be issued for the name under which people reach the environment, and none is known here.',
  mend: ({ environment }) => `Add the domains that people use to ${environment || 'the environment'}.`,
  find: ({ environment }) =>
    environment && environment.domains.length === 0 ? [{ params: { environment: environment.name } }] : [],
});
