import * as http from 'node:http';
import * as https from 'node:https';
import * as tls from 'node:tls';
import type { LookupAddress } from 'node:dns';
import type { LiveCheck } from '../../../src/host/live/liveCheck.ts';
import { presented } from '../../fixtures/netPki.ts';
import { listen } from '../../fixtures/servers.ts';

/** What a host presents: names of certificates of `netPki`, leaf first. */
export type Presented = readonly string[];

/**
 * One server with a certificate for each host by SNI, and one for plain HTTP that leads to HTTPS; the looks of a LiveCheck
 * go there, whatever the name. A host without a certificate ends in a handshake that fails.
 */
export async function serveHosts(hosts: Readonly<Record<string, Presented>>): Promise<LiveCheck['options']> {
  const contexts = new Map(
    Object.entries(hosts).map(([host, names]) => [host, tls.createSecureContext(presented(...names))]),
  );
  const secure = https.createServer(
    {
      SNICallback: (name, done) => {
        const context = contexts.get(name);
        done(context ? null : new Error(name), context);
      },
    },
    (_, response) => {
      response.setHeader('Strict-Transport-Security', 'max-age=31536000');
      response.end();
    },
  );
  const plain = http.createServer((request, response) => {
    if (request.headers.host?.startsWith('plain.')) return response.end('a page');
    response.writeHead(301, { Location: `https://${request.headers.host?.replace(/:.*/, '') ?? ''}/` });
    return response.end();
  });
  const [{ port: httpsPort }, { port: httpPort }] = [await listen(secure), await listen(plain)];
  const here: readonly LookupAddress[] = [{ address: '127.0.0.1', family: 4 }];
  const nothing = async (): Promise<readonly string[]> => [];
  return {
    httpsPort,
    httpPort,
    timeout: 5000,
    lookup: (_host, done) => done(null, here),
    resolver: {
      cname: async (name) => (name.endsWith('.acme.example') ? ['acme.outsystemsenterprise.com'] : []),
      ipv4: async () => ['127.0.0.1'],
      ipv6: nothing,
      cancel: () => undefined,
    },
  };
}
