import { ClientRequest, type IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';
import { readBody } from './body.ts';
import type { Deadline } from './deadline.ts';
import { asNetError, NetError } from './netError.ts';
import type { Hop } from './redirect.ts';
import { hostOf } from './url.ts';

export interface Response {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** names and values in turns, as they came: what stands twice is joined in `headers` */
  readonly rawHeaders: readonly string[];
  readonly body: Uint8Array;
  /** address that answered, behind all redirects */
  readonly url: string;
}

export interface ExchangeOptions {
  readonly deadline: Deadline;
  /** bytes of the decoded body */
  readonly maxBytes: number;
  /** of a body that is too long, too slow or broken as much is taken as there is; @default false */
  readonly cut?: boolean;
  /** besides those of the hop */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * One request and its answer over a connection, which ends with it. `ClientRequest` itself and not `http.request`: VS Code
 * replaces that one by another that opens connections of its own, past the address policy.
 */
export function exchange(
  socket: Socket,
  hop: Hop,
  path: string,
  { deadline, maxBytes, cut = false, headers }: ExchangeOptions,
): Promise<Response> {
  const host = hostOf(hop.url);
  return deadline.step('response', (resolve, reject) => {
    const fail = (error: NetError): void => {
      socket.destroy();
      reject(error);
    };
    const sent = new ClientRequest({
      method: hop.method,
      path,
      headers: {
        'Accept-Encoding': 'identity',
        ...hop.headers,
        ...headers,
        Host: hop.url.host,
        Connection: 'close',
        ...(hop.body && { 'Content-Length': String(hop.body.length) }),
      },
      createConnection: () => socket,
    });
    sent.on('error', (error) => fail(asNetError(error, 'response', host)));
    sent.once('upgrade', () => fail(new NetError('protocol', { phase: 'response', host, reason: 'upgrade' })));
    sent.once('response', (response) => {
      const done = (body: Uint8Array): void => {
        socket.destroy();
        const { statusCode = 0, headers: answered, rawHeaders } = response;
        resolve({ status: statusCode, headers: answered, rawHeaders, body, url: hop.url.href });
      };
      readBody(response, { maxBytes, cut, host }, done, fail);
    });
    sent.end(hop.body);
    return () => socket.destroy();
  });
}
