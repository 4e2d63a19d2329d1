import { isKeyForBrowsers } from '../../x509/lints.ts';
import { handshakeProblem } from '../handshakeProblem.ts';
import { defineServedRule } from '../servedRule.ts';
import { NEW_KEY } from './keyType.ts';

export const handshakeFailed = defineServedRule({
  code: 'served.handshakeFailed',
  severity: 'error',
  state: 'unreachable',
  source: 'RFC 8446 §6.2',
  title: ({ host }: { host: string; reason: string; key: string }) => `${host} makes no secure connection`,
  detail: ({ reason, key }) =>
    `${key ? `Its certificate has a key of a kind that browsers do not take: ${key}.` : handshakeProblem(reason).what} Nobody can open the site over HTTPS. (${reason})`,
  mend: ({ reason, key }) => (key ? NEW_KEY : handshakeProblem(reason).mend),
  find: ({ observation: { host, tls }, leaf }) =>
    tls.failure?.code === 'tls' && !handshakeProblem(tls.failure.reason ?? '').old
      ? [
          {
            params: {
              host,
              reason: tls.failure.reason ?? 'no reason given',
              key: leaf && !isKeyForBrowsers(leaf.publicKey) ? leaf.publicKey.name : '',
            },
          },
        ]
      : [],
});
