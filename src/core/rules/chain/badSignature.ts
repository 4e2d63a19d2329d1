import { displayDay } from '../../time.ts';
import type { Certificate } from '../../x509/certificate.ts';
import { displayName } from '../../x509/names.ts';
import { defineRule } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { missingIssuerOf, namesakeOfMissing, stepsWith } from '../subjectPath.ts';

export const badSignature = defineRule({
  code: 'chain.badSignature',
  checks: ['chain'],
  severity: 'error',
  action: 'fetchIssuers',
  lifetimeMessage: 'Chain error',
  source: 'RFC 5280 §6.1.3 (a)(1)',
  title: ({ name, issuer }: { name: string; issuer: string; from: string; age: string; url: string }) =>
    `“${name}” was not signed by the “${issuer}” in this file`,
  detail: ({ issuer, from, age }) =>
    age === ''
      ? 'It says that this very key signed it, but the signature doesn’t fit: the certificate was changed or damaged after it was signed.'
      : `The names fit but the signature doesn’t. Usually the CA has several certificates called “${issuer}” and this one${from && ` (valid from ${from})`} is ${age}; or the certificate was changed.`,
  mend: ({ age, url }) =>
    age === ''
      ? 'Download the certificate from your CA again and build the PFX from that file.'
      : `Take the intermediate that came with this very certificate, not one kept from an earlier renewal.${url && ` The CA names this address for it: ${url}.`}`,
  find: (subject) =>
    childrenOf(subject).map(({ child, issuer }) => {
      const { authorityKeyId, authorityInfoAccess } = child.extensions;
      const same = authorityKeyId?.keyId !== undefined && authorityKeyId.keyId === issuer?.extensions.subjectKeyId;
      const params = {
        name: displayName(child.subject),
        issuer: displayName(child.issuer),
        from: issuer ? displayDay(issuer.notBefore) : '',
        age: same ? '' : ageOf(issuer, child),
        url: authorityInfoAccess?.caIssuers[0] ?? '',
      };
      return { params, certificate: child };
    }),
});

/** Certificates whose signature does not fit, each with the one in the file that has its issuer’s name. */
function childrenOf(subject: Subject): readonly { child: Certificate; issuer: Certificate | undefined }[] {
  const { path } = subject;
  const broken = stepsWith(path, 'badSignature', 'signatureAlgorithmMismatch').map(({ certificate }) => {
    const at = path?.steps.findIndex((step) => step.certificate === certificate) ?? -1;
    return { child: certificate, issuer: path?.steps[at + 1]?.certificate };
  });
  const child = missingIssuerOf(path);
  const issuer = namesakeOfMissing(subject);
  return child && issuer ? [...broken, { child, issuer }] : broken;
}

/** Against the true issuer, which is not at hand, but was valid when it issued `child`. */
function ageOf(issuer: Certificate | undefined, child: Certificate): string {
  if (issuer && issuer.notBefore > child.notBefore) return 'a newer one';
  return issuer && issuer.notAfter < child.notBefore ? 'an older one' : 'an older or newer one';
}
