import { defineRule } from '../rule.ts';

export const notCovered = defineRule({
  code: 'domain.notCovered',
  checks: ['domain'],
  severity: 'error',
  source:
    'RFC 9525 §6; OutSystems: issued for the DNS name used to reach the environment (Enable SSL/TLS in OutSystems PaaS)',
  action: 'chooseEnvironment',
  title: ({ domain }: { domain: string; environment: string; reason: string }) =>
    `The certificate does not cover ${domain}`,
  detail: ({ domain, environment, reason }) =>
    `${environment === domain ? domain : `${environment} is reached as ${domain}`}: ${reason}. Browsers would refuse https://${domain}. LifeTime has no message for this, so nothing would stop the upload.`,
  mend: ({ domain }) =>
    `Ask your CA for a certificate that lists ${domain} as a subject alternative name, or choose the environment that this certificate is for.`,
  find: ({ domains, leaf }) =>
    leaf
      ? domains
          .filter(({ coveredBy }) => coveredBy === null)
          .map(({ domain, unicode, environment, reason = 'no name fits' }) => ({
            params: { domain: unicode ?? domain, environment, reason },
            certificate: leaf,
          }))
      : [],
});
