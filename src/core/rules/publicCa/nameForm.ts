import { isHostName } from '../../x509/domains.ts';
import { listed } from './listedNames.ts';
import { defineRule } from '../rule.ts';
import { withLint } from './publicLints.ts';

function isHost(name: string): boolean {
  return isHostName(name.replace(/^\*\./, '')) && !name.includes('_');
}

export const nameForm = defineRule({
  code: 'publicCa.nameForm',
  checks: ['domain'],
  severity: 'warning',
  lint: true,
  source: 'CA/Browser Forum Baseline Requirements 7.1.2.7.12',
  title: ({ names }: { names: string }) => `The certificate lists names that are none of a web server: ${names}`,
  detail: () =>
    'A public CA may list host names and IP addresses only, and no host name with an underscore. Browsers pass over others; the CA may have to revoke the certificate.',
  mend: () => 'Ask your CA for a certificate with host names only.',
  find: (subject) =>
    withLint(subject, 'subjectAltNameForm').map((certificate) => ({
      params: {
        names: listed(certificate, ({ kind, value }) => !((kind === 'dns' && isHost(value)) || kind === 'ip')),
      },
      certificate,
    })),
});
