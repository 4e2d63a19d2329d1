import { isTooWide } from '../../x509/hostnames.ts';
import { listed } from './listedNames.ts';
import { defineRule } from '../rule.ts';
import { withLint } from './publicLints.ts';

export const wildcardTooWide = defineRule({
  code: 'publicCa.wildcardTooWide',
  checks: ['domain'],
  severity: 'warning',
  lint: true,
  source: 'CA/Browser Forum Baseline Requirements 3.2.2.6; RFC 9525 §6.3',
  title: ({ names }: { names: string }) => `The certificate spans everybody’s domains: ${names}`,
  detail: () =>
    'Such a wildcard stands for domains of other people. Browsers pass over it, and no public CA may issue it.',
  mend: () => 'Ask your CA for a wildcard of your own domain, such as *.acme.com.',
  find: (subject) =>
    withLint(subject, 'wildcardOnPublicSuffix').map((certificate) => ({
      params: { names: listed(certificate, ({ kind, value }) => kind === 'dns' && isTooWide(value)) },
      certificate,
    })),
});
