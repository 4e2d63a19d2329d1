import { handshakeProblem } from '../handshakeProblem.ts';
import { defineServedRule } from '../servedRule.ts';

export const handshakeFailed = defineServedRule({
  code: 'served.handshakeFailed',
  severity: 'error',
  state: 'unreachable',
  source: 'RFC 8446 §6.2',
  title: ({ host }: { host: string; reason: string }) => `${host} makes no secure connection`,
  detail: ({ reason }) => `${handshakeProblem(reason).what} Nobody can open the site over HTTPS. (${reason})`,
  mend: ({ reason }) => handshakeProblem(reason).mend,
  find: ({ observation: { host, tls } }) =>
    tls.failure?.code === 'tls' && !handshakeProblem(tls.failure.reason ?? '').old
      ? [{ params: { host, reason: tls.failure.reason ?? 'no reason given' } }]
      : [],
});
