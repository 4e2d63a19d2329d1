import { routeOf } from '../../environments/route.ts';
import { defineRule } from '../rule.ts';

export const noCustomCertificate = defineRule({
  code: 'environment.noCustomCertificate',
  checks: ['domain'],
  severity: 'error',
  source: 'OutSystems: What’s a personal environment; ODC custom domains',
  action: 'chooseEnvironment',
  title: ({ environment }: { environment: string; reason: string; odc: string }) =>
    `${environment} can’t take a certificate of yours`,
  detail: ({ reason }) => reason,
  mend: ({ odc }) =>
    odc
      ? 'Create the two CNAME records that ODC asks for; OutSystems then issues the certificate itself.'
      : 'Choose another environment: this one keeps the domain that OutSystems gave it.',
  find: ({ environment }) => {
    if (!environment) return [];
    const { id, reason } = routeOf(environment);
    if (id !== 'personal' && id !== 'odc') return [];
    return [{ params: { environment: environment.name, reason, odc: id === 'odc' ? 'yes' : '' } }];
  },
});
