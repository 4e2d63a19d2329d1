import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import * as http from 'node:http';
import * as http2 from 'node:http2';
import * as https from 'node:https';
import * as net from 'node:net';
import { createTrustAnchors } from '../../../src/core/x509/trustAnchors.ts';
import { type LifetimeQuestion, listEnvironments } from '../../../src/net/lifetime.ts';
import { LifetimeError, type LifetimeErrorCode } from '../../../src/net/lifetimeError.ts';
import {
  environments,
  json,
  listed,
  type LifetimeHandler,
  lifetimeServer,
  THREE,
  TOKEN,
} from '../../fixtures/lifetimeServer.ts';
import { judgedHere } from '../../fixtures/look.ts';
import { derOf, presented } from '../../fixtures/netPki.ts';
import { closeServers, listen, reset } from '../../fixtures/servers.ts';

let trusted: readonly Uint8Array[] = [];
const ask = (address: string, change: Partial<LifetimeQuestion> = {}) =>
  listEnvironments({ address, token: TOKEN, timeout: 5000, extraCa: trusted, judge: judgedHere, ...change });
const nobody = createTrustAnchors([]);

async function failure(promise: Promise<unknown>): Promise<LifetimeError> {
  try {
    await promise;
  } catch (error) {
    assert.ok(error instanceof LifetimeError, inspect(error));
    assert.ok(!inspect(error, { depth: 9, showHidden: true }).includes(TOKEN), 'the token is in the error');
    assert.match(error.message, /^\S.*[.)]$/su);
    return error;
  }
  throw new assert.AssertionError({ message: 'no failure' });
}

const text =
  (status: number, body: string, headers: Readonly<Record<string, string>> = {}): LifetimeHandler =>
  (_, answer) => {
    answer.writeHead(status, headers);
    answer.end(body);
  };

describe('reading the environments of a LifeTime', function () {
  this.timeout(30_000);
  before(() => {
    trusted = [derOf('root')];
  });
  afterEach(closeServers);

  it('lists them by their order, in the form of the setting', async () => {
    const { address, asked } = await lifetimeServer();
    const { environments: found, ...rest } = await ask(address);
    assert.deepEqual(rest, { lifetime: address, api: 'v2', notices: [] });
    assert.deepEqual(asked, [`GET /lifetimeapi/rest/v2/environments/ Bearer ${TOKEN}`]);
    const cloud = { version: '11.0.110.0', hosting: 'cloud', lifetime: address };
    assert.deepEqual(found, [
      { ...cloud, name: 'Development', address: 'acme-dev.outsystemsenterprise.com', type: 'Development', order: 1 },
      { ...cloud, name: 'Quality', address: 'qa.acme.example', type: 'Test', hosting: 'selfManaged', order: 2 },
      { ...cloud, name: 'Production', address: 'acme.outsystemsenterprise.com', type: 'Production', order: 3 },
    ]);
  });

  it('mends addresses: no scheme, http, /lifetime at the end, blanks; and tokens as people paste them', async () => {
    const { address, asked } = await lifetimeServer();
    const bare = address.replace('https://', '');
    for (const spelled of [
      bare,
      `${address}/lifetime`,
      `${address}/lifetime/`,
      `${bare}/`,
      ` ${bare}/Lifetime `,
      `http://${bare}`,
      `${address}/lifetime/Environments?ref=menu#top`,
    ])
      assert.equal((await ask(spelled)).lifetime, address, spelled);
    assert.equal((await ask(address, { token: ` Bearer ${TOKEN}\n` })).environments.length, 3);
    assert.ok(asked.every((line) => line.endsWith(` Bearer ${TOKEN}`)));
  });

  it('tries version 1 where version 2 is not there, and says so', async () => {
    const { address, asked } = await lifetimeServer(environments(THREE, ['v1']));
    const { api, environments: found } = await ask(address);
    assert.deepEqual([api, found.length, asked.length], ['v1', 3, 2]);
  });

  it('takes 204, and an empty list, for none', async () => {
    assert.deepEqual((await ask((await lifetimeServer(text(204, ''))).address)).environments, []);
    assert.deepEqual((await ask((await lifetimeServer(json(200, []))).address)).environments, []);
  });

  it('reads JSON in the charset that is declared, under a wrong type, and with a mark in front', async () => {
    const list = JSON.stringify([listed({ Name: 'Produção' })]);
    for (const [body, type] of [
      [Buffer.from(list, 'latin1'), 'application/json; charset=iso-8859-1'],
      [Buffer.from(`\ufeff${list}`, 'utf16le'), 'application/json; charset="UTF-16"'],
      [Buffer.from(`\ufeff${list}`), 'application/json; charset=nonsense'],
      [Buffer.from(list), 'text/html; charset=utf-8'],
    ] as const) {
      const { address } = await lifetimeServer((_, answer) => {
        answer.writeHead(200, { 'Content-Type': type });
        answer.end(body);
      });
      assert.equal((await ask(address)).environments[0]?.name, 'Produção', type);
    }
  });

  it('follows a redirect within the API only', async () => {
    const { address } = await lifetimeServer((incoming, answer) => {
      if (incoming.url?.endsWith('/')) answer.writeHead(301, { Location: '/lifetimeapi/rest/v2/environments' }).end();
      else json(200, [listed()])(incoming, answer);
    });
    assert.equal((await ask(address)).environments.length, 1);
  });

  const answers: readonly [what: string, handler: LifetimeHandler, code: LifetimeErrorCode, message: RegExp][] = [
    ['401', json(401, { Errors: ['Unauthorized'], StatusCode: 401 }), 'unauthorized', /does not accept the token/],
    ['403', json(403, {}), 'forbidden', /may not list the environments/],
    [
      '403 of something before it',
      text(403, '<html><title>Request blocked</title>', { 'Content-Type': 'text/html' }),
      'html',
      /“Request blocked”\) and status 403/,
    ],
    ['304', text(304, ''), 'status', /status 304/],
    ['404 of both versions', environments([], []), 'notFound', /neither version 2 nor 1/],
    ['429 in seconds', json(429, {}, { 'Retry-After': '120' }), 'tooManyRequests', /Try again in 120 seconds/],
    [
      '429 by date',
      json(429, {}, { 'Retry-After': 'Fri, 31 Dec 2027 23:59:59 GMT' }),
      'tooManyRequests',
      /after Fri, 31 Dec 2027 23:59:59 GMT/,
    ],
    ['429 alone', json(429, {}), 'tooManyRequests', /Try again later/],
    [
      '500 with Errors',
      json(500, { Errors: ['Database is down'], StatusCode: 500 }),
      'status',
      /status 500: “Database is down”/,
    ],
    ['500 that repeats the token', json(500, { Errors: [`bad ${TOKEN}`], StatusCode: 500 }), 'status', /bad \(token\)/],
    [
      '500 with a long, hostile text',
      json(500, { Errors: [`\u001b[31m${'x'.repeat(5000)}`] }),
      'status',
      /“\[31mx{195,200}…”/,
    ],
    ['500 with one error', json(500, { Errors: 'Out of order' }), 'status', /status 500: “Out of order”/],
    ['502 without a body', text(502, ''), 'status', /status 502\./],
    [
      'a web page',
      text(200, '<!DOCTYPE html><title>Sign in</title>', { 'Content-Type': 'text/html' }),
      'html',
      /“Sign in”/,
    ],
    [
      'a web page that calls itself JSON',
      text(200, '\n<html><body>', { 'Content-Type': 'application/json' }),
      'html',
      /web page/,
    ],
    [
      'a web page with 503',
      text(503, '<html>', { 'Content-Type': 'text/html' }),
      'html',
      /status 503.* Try again later/,
    ],
    ['200 without a body', text(200, ''), 'empty', /nothing/],
    ['text', text(200, 'hello'), 'notJson', /else than JSON/],
    ['JSON that breaks off', text(200, '[{"Name":'), 'notJson', /else than JSON/],
    ['an object', json(200, { Environments: [] }), 'shape', /no list of environments/],
    ['a list of texts', json(200, ['Production']), 'shape', /entry 1 of the list is no environment/],
    [
      'a name that is missing',
      json(200, [listed(), listed({ Key: 'x', Name: undefined })]),
      'shape',
      /“Name” of entry 2/,
    ],
    ['a host that is none', json(200, [listed({ HostName: 'not a host' })]), 'shape', /“HostName” of entry 1/],
    ['a version as a number', json(200, [listed({ OSVersion: 11 })]), 'shape', /“OSVersion” of entry 1/],
    ['an order as text', json(200, [listed({ Order: '1' })]), 'shape', /“Order” of entry 1/],
    ['a flag as text', json(200, [listed({ IsCloudEnvironment: 'true' })]), 'shape', /“IsCloudEnvironment” of entry 1/],
    ['5 MB', json(200, [listed({ Name: 'x'.repeat(5_000_000) })]), 'tooLarge', /4 MiB/],
    [
      'redirects in a circle',
      text(302, '', { Location: '/lifetimeapi/rest/v2/environments/' }),
      'redirect',
      /again and again/,
    ],
    ['a redirect without a target', text(302, ''), 'redirect', /without saying where \(status 302\)/],
    ['a redirect to no address', text(302, '', { Location: 'http://[' }), 'redirect', /no web address/],
    ['a redirect to a mailbox', text(302, '', { Location: 'mailto:x@acme.example' }), 'redirect', /no web address/],
    [
      'an order beyond all numbers',
      text(200, '[{"Name":"A","HostName":"a.acme.example","Order":1e999}]'),
      'shape',
      /“Order”/,
    ],
  ];
  for (const [what, handler, code, message] of answers) {
    it(`explains ${what}`, async () => {
      const { address } = await lifetimeServer(handler);
      const error = await failure(ask(address));
      assert.equal(error.code, code, error.message);
      assert.match(error.message, message);
    });
  }

  it('says where a login page is, and sends the token to nobody else', async () => {
    const login = await lifetimeServer();
    const { address } = await lifetimeServer(text(302, '', { Location: `${login.address}/login?state=private` }));
    const error = await failure(ask(address));
    assert.equal(error.code, 'redirect');
    assert.ok(error.message.includes(`${login.address}/login,`), error.message);
    assert.ok(!error.message.includes('private'));
    assert.deepEqual(login.asked, []);
  });

  describe('over a connection that fails', () => {
    const certificates: readonly [what: string, names: readonly string[], message: RegExp][] = [
      [
        'an expired certificate',
        ['expired', 'issuing'],
        /certificate expired on.* Tell whoever looks after LifeTime\.$/,
      ],
      ['a certificate for another name', ['elsewhere', 'issuing'], /not for localhost\. No name in it fits/],
      ['a self-signed certificate', ['selfSigned'], /self-signed/],
      ['an incomplete chain', ['leaf'], /does not send the certificate of “Acme Net Issuing CA”/],
    ];
    for (const [what, names, message] of certificates) {
      it(`names ${what}, and keeps the token`, async () => {
        const { address, asked } = await lifetimeServer(undefined, ...names);
        const error = await failure(ask(address));
        assert.equal(error.code, 'tls');
        assert.match(error.message, message);
        assert.deepEqual(asked, []);
      });
    }

    it('tells a key that OpenSSL refuses, though browsers take it', async () => {
      const weak = https.createServer({ ...presented('short', 'issuing'), ciphers: 'DEFAULT:@SECLEVEL=0' });
      const error = await failure(ask(`https://localhost:${(await listen(weak)).port}`));
      assert.equal(error.code, 'tls');
      assert.match(error.message, /The RSA key of “localhost” has only 1024 bits\. Tell whoever/);
    });

    it('names the root that nobody trusts', async () => {
      const { address } = await lifetimeServer(undefined, 'leaf', 'issuing', 'root');
      const error = await failure(
        ask(address, { extraCa: [], judge: (seen) => judgedHere(seen, { anchors: nobody }) }),
      );
      assert.match(error.message, /“Acme Net Root”, which nobody trusts/);
    });

    it('says what a server lacks that speaks only old TLS, or only HTTP/2', async () => {
      const lax = { ciphers: 'DEFAULT:@SECLEVEL=0', minVersion: 'TLSv1', maxVersion: 'TLSv1.1' } as const;
      for (const [server, message] of [
        [https.createServer({ ...presented('rsa', 'issuing'), ...lax }), /It speaks neither TLS 1\.2 nor 1\.3/],
        [http2.createSecureServer(presented('leaf', 'issuing')), /It does not speak HTTP\/1\.1 there/],
      ] as const) {
        const error = await failure(ask(`https://localhost:${(await listen(server)).port}`));
        assert.equal(error.code, 'tls');
        assert.match(error.message, message);
      }
    });

    it('names the issuer whose first certificate leads astray', async () => {
      const { address, asked } = await lifetimeServer(undefined, 'leaf', 'crossed', 'issuing');
      const error = await failure(ask(address));
      assert.match(
        error.message,
        /several certificates of “Acme Net Issuing CA”, and the first of them leads to “Acme Strange Root”/,
      );
      assert.deepEqual(asked, []);
      assert.equal((await ask((await lifetimeServer(undefined, 'leaf', 'issuing', 'crossed')).address)).api, 'v2');
    });

    it('speaks TLS alone, even where http:// was asked for', async () => {
      const seen: string[] = [];
      const { port } = await listen(http.createServer((incoming) => seen.push(incoming.headers.authorization ?? '')));
      const error = await failure(ask(`http://localhost:${port}`));
      assert.deepEqual([error.code, seen], ['tls', []]);
      assert.match(error.message, /plain HTTP/);
    });

    it('tells an unknown name, a closed port, silence, a reset and cancellation apart', async () => {
      const unknown: LifetimeQuestion['lookup'] = (_, done) =>
        done(Object.assign(new Error(), { code: 'ENOTFOUND' }), []);
      const dns = await failure(ask('https://nowhere.acme.example', { lookup: unknown }));
      assert.deepEqual([dns.code, /nowhere\.acme\.example can’t be resolved/.test(dns.message)], ['dns', true]);
      const gone = await listen(net.createServer());
      gone.close();
      assert.equal((await failure(ask(`localhost:${gone.port}`))).code, 'refused');
      const silent = await listen(net.createServer(() => undefined));
      const late = await failure(ask(`localhost:${silent.port}`, { timeout: 100 }));
      assert.deepEqual([late.code, /within 0\.1 seconds/.test(late.message)], ['timeout', true]);
      const hostile = await listen(net.createServer((socket) => socket.once('data', () => reset(socket))));
      assert.equal((await failure(ask(`localhost:${hostile.port}`))).code, 'reset');
      assert.equal((await failure(ask(`localhost:${silent.port}`, { signal: AbortSignal.abort() }))).code, 'cancelled');
    });

    it('tells a proxy that says no', async () => {
      const proxy = http.createServer();
      proxy.on('connect', (_, socket: net.Socket) => socket.end('HTTP/1.1 407 No\r\n\r\n'));
      const url = `http://127.0.0.1:${(await listen(proxy)).port}`;
      const error = await failure(ask('https://lt.acme.example', { proxy: { url } }));
      assert.deepEqual([error.code, /asks for a user name/.test(error.message)], ['proxy', true]);
      const socks = await failure(ask('https://lt.acme.example', { proxy: { url: 'socks5://user:pass@127.0.0.1' } }));
      assert.equal(
        socks.message,
        'The proxy’s address begins with socks5:. Only proxies whose address begins with http:// can be used.',
      );
    });
  });

  it('refuses what is no address and no token before anything is sent', async () => {
    for (const address of [
      '',
      'https://',
      'a b',
      'https://user:pw@lt.acme.example',
      'https://lt.acme.example/other',
      'https://lt.acme.example/lifetimeadmin/',
      'https://lt.acme.example:99999',
      'https://lt.acme.example:0',
      'https://[::1',
    ])
      assert.equal((await failure(ask(address))).code, 'address', address);
    for (const token of ['', ' ', 'two words', 'a\nb: c', 'tökén'])
      assert.equal((await failure(ask('https://lt.acme.example', { token }))).code, 'token', token);
  });
});
