import { displayName } from '../../x509/names.ts';
import { defineRule } from '../rule.ts';
import { missingIssuerOf, namesakeOfMissing, stepsWith } from '../subjectPath.ts';

export const badSignature = defineRule({
  code: 'chain.badSignature',
  checks: ['chain'],
  severity: 'error',
  lifetimeMessage: 'Chain error',
  source: 'RFC 5280 §6.1.3 (a)(1)',
  title: ({ name, issuer }: { name: string; issuer: string }) =>
    `“${name}” was not signed by the “${issuer}” in this file`,
  detail: ({ issuer }) =>
    `The names fit but the signature doesn’t. Usually the CA has several certificates called “${issuer}” and this is an older or newer one; or the certificate was changed.`,
  mend: () => 'Take the intermediate that came with this very certificate, not one kept from an earlier renewal.',
  find: (subject) => {
    const children = [
      ...stepsWith(subject.path, 'badSignature', 'signatureAlgorithmMismatch').map(({ certificate }) => certificate),
      ...(namesakeOfMissing(subject) ? [missingIssuerOf(subject.path)] : []),
    ];
    return children.flatMap((certificate) =>
      certificate
        ? [{ params: { name: displayName(certificate.subject), issuer: displayName(certificate.issuer) }, certificate }]
        : [],
    );
  },
});
