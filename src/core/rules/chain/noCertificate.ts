import { defineRule } from '../rule.ts';
import { hasLockedPart } from '../lockedParts.ts';

export const noCertificate = defineRule({
  code: 'chain.noCertificate',
  checks: ['chain', 'expiry', 'domain', 'key'],
  severity: 'error',
  lifetimeMessage: 'The public key certificate can’t be found.',
  source: 'OutSystems: Enable SSL/TLS in OutSystems PaaS; errors when using your SSL domain',
  title: () => 'There is no certificate in this file',
  detail: () => 'OutSystems needs one file that holds the certificate, its private key and the certificates of the CA.',
  mend: () => 'Export the file again and choose to include the certificate and all certificates of its path.',
  find: ({ certificates, unparsable, contents }) =>
    certificates.length + unparsable.length === 0 && !hasLockedPart(contents) ? [{ params: {} }] : [],
});
