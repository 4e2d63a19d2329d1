import { COMMON_NAME } from '../../x509/oids.ts';
import { defineRule } from '../rule.ts';
import { withLint } from './publicLints.ts';

export const commonName = defineRule({
  code: 'publicCa.commonName',
  checks: ['domain'],
  severity: 'warning',
  lint: true,
  source: 'CA/Browser Forum Baseline Requirements 7.1.4.3',
  title: ({ name }: { name: string }) => `The common name “${name}” is not among the subject alternative names`,
  detail: () =>
    'Browsers look at the subject alternative names alone, so the common name covers nothing. A public CA may only repeat one of those names there, letter for letter.',
  mend: ({ name }) =>
    `If people use ${name}, ask your CA for a certificate that lists it as a subject alternative name; otherwise there is nothing to do.`,
  find: (subject) =>
    withLint(subject, 'commonNameForm', 'commonNameNotInSan', 'commonNameBesideSan').map((certificate) => ({
      params: { name: certificate.subject.attributes.find(({ oid }) => oid === COMMON_NAME)?.value ?? '' },
      certificate,
    })),
});
