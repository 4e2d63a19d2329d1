import { handshakeProblem } from '../handshakeProblem.ts';
import { defineServedRule } from '../servedRule.ts';

const OLD: Readonly<Record<string, string>> = { SSLv3: 'SSL 3', TLSv1: 'TLS 1.0', 'TLSv1.1': 'TLS 1.1' };

export const oldProtocol = defineServedRule({
  code: 'served.oldProtocol',
  severity: 'error',
  state: 'oldProtocol',
  source: 'RFC 8996',
  title: ({ protocol }: { protocol: string }) =>
    protocol
      ? `The server speaks no newer version than ${protocol}`
      : 'The server speaks no version of TLS that is in use',
  detail: () => 'Browsers no longer connect to it: TLS 1.0 and 1.1 were withdrawn in 2021, SSL before that.',
  mend: () => 'Switch TLS 1.2 and 1.3 on there.',
  find: ({ observation: { tls } }) => {
    const protocol = OLD[tls.protocol ?? ''];
    if (protocol !== undefined) return [{ params: { protocol } }];
    return tls.failure?.code === 'tls' && handshakeProblem(tls.failure.reason ?? '').old
      ? [{ params: { protocol: '' } }]
      : [];
  },
});
