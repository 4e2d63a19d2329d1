import { defineRule } from '../rule.ts';

export const unparsableCertificate = defineRule({
  code: 'chain.unparsableCertificate',
  checks: ['chain'],
  severity: 'error',
  lifetimeMessage: 'The public key certificate can’t be extracted from the file.',
  source: 'RFC 5280 §4.1',
  title: () => 'A certificate in this file can’t be read',
  detail: ({ sha256 }: { sha256: string }) =>
    `The certificate with the SHA-256 thumbprint ${sha256.slice(0, 16)}… does not have the form of an X.509 certificate, so no server can use it.`,
  mend: () => 'Download the certificate from your CA again and build the PFX from that file.',
  find: ({ unparsable }) => unparsable.map((sha256) => ({ params: { sha256 } })),
});
