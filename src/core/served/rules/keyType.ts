import { isKeyForBrowsers } from '../../x509/lints.ts';
import { labelOf } from '../servedPath.ts';
import { defineServedRule } from '../servedRule.ts';

/** What to do about a key that no browser takes. */
export const NEW_KEY =
  'Make a new RSA key of 2048 to 4096 bits, the kind that OutSystems documents, have your CA issue a certificate for it, and install that.';

export const keyType = defineServedRule({
  code: 'served.keyType',
  severity: 'warning',
  state: null,
  source: 'CA/Browser Forum Baseline Requirements 6.1.5',
  title: ({ name, key }: { name: string; key: string }) =>
    `“${name}” has a key of a kind that few browsers take: ${key}`,
  detail: () =>
    'Browsers take RSA keys, and EC keys on the curves P-256, P-384 and P-521. With another kind most of them do not open the site.',
  mend: () => NEW_KEY,
  find: ({ leaf, observation: { tls } }) =>
    // where no connection was made `handshakeFailed` tells it
    leaf && tls.failure === null && !isKeyForBrowsers(leaf.publicKey)
      ? [{ params: { name: labelOf(leaf), key: leaf.publicKey.name }, certificate: leaf }]
      : [],
});
