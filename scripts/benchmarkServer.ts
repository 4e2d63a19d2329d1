import * as http from 'node:http';
import * as https from 'node:https';
import type { AddressInfo } from 'node:net';
import { presented } from '../test/fixtures/netPki.ts';

export interface Ports {
  readonly https: number;
  readonly http: number;
}

/** In a process of its own, so that serving takes nothing from what is measured: one server for all hosts. */
const secure = https.createServer(presented('leaf', 'issuing'), (_, answer) => {
  answer.setHeader('Strict-Transport-Security', 'max-age=31536000');
  answer.end();
});
const plain = http.createServer((incoming, answer) => {
  answer.writeHead(301, { Location: `https://${incoming.headers.host ?? ''}/` }).end();
});
for (const server of [secure, plain]) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', 1024, resolve));
}
const portOf = (server: http.Server): number => (server.address() as AddressInfo).port;
process.send?.({ https: portOf(secure), http: portOf(plain) } satisfies Ports);
process.once('disconnect', () => process.exit());
