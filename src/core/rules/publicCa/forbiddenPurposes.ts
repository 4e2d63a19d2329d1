import { forbiddenPurposes as forbidden } from '../../x509/leafLints.ts';
import { Purpose } from '../../x509/oids.ts';
import { defineRule } from '../rule.ts';
import { withLint } from './publicLints.ts';

const NAMES: Readonly<Record<string, string>> = {
  [Purpose.any]: 'any purpose at all',
  [Purpose.codeSigning]: 'signing programs',
  [Purpose.emailProtection]: 'e-mail',
  [Purpose.timeStamping]: 'time stamps',
  [Purpose.ocspSigning]: 'signing answers on revocation',
  [Purpose.precertificateSigning]: 'signing precertificates',
};

export const forbiddenPurposes = defineRule({
  code: 'publicCa.forbiddenPurposes',
  checks: ['chain'],
  severity: 'warning',
  lint: true,
  source: 'CA/Browser Forum Baseline Requirements 7.1.2.7.10',
  title: ({ purposes }: { purposes: string }) => `The certificate is also meant for ${purposes}`,
  detail: () =>
    'A public CA may not put such purposes into the certificate of a web server. Browsers take it today; the CA may have to revoke it within days once it notices.',
  mend: () => 'Ask your CA for a certificate that is meant for TLS web servers only.',
  find: (subject) =>
    withLint(subject, 'forbiddenPurpose', 'anyExtendedKeyUsage').map((certificate) => ({
      params: {
        purposes: forbidden(certificate)
          .map((oid) => NAMES[oid] ?? oid)
          .join(', '),
      },
      certificate,
    })),
});
