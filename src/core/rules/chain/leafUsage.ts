import { displayName } from '../../x509/names.ts';
import type { KeyUsage } from '../../x509/certificate.ts';
import { defineRule } from '../rule.ts';

/** One of them is what a TLS handshake does with the server's key. */
const SERVER_USAGES: readonly KeyUsage[] = ['digitalSignature', 'keyEncipherment', 'keyAgreement'];

export const leafUsage = defineRule({
  code: 'chain.leafUsage',
  checks: ['chain'],
  severity: 'error',
  source: 'RFC 5280 §4.2.1.3; RFC 8446 §4.4.2.2',
  title: ({ name }: { name: string }) => `The key of “${name}” may not be used for TLS`,
  detail: () =>
    'The certificate limits what its key may do (key usage), and the signature of a TLS handshake is not among it. Browsers refuse it.',
  mend: () => 'Ask your CA for a certificate for a TLS web server.',
  find: ({ leaf }) => {
    const usages = leaf?.extensions.keyUsage?.usages;
    return leaf && usages && !SERVER_USAGES.some((usage) => usages.includes(usage))
      ? [{ params: { name: displayName(leaf.subject) }, certificate: leaf }]
      : [];
  },
});
