import assert from 'node:assert/strict';
import * as http from 'node:http';
import * as https from 'node:https';
import * as net from 'node:net';
import * as tls from 'node:tls';
import * as zlib from 'node:zlib';
import { NetError, type NetErrorCode } from '../../../src/net/netError.ts';
import { request, type RequestOptions } from '../../../src/net/request.ts';
import { derOf, netPki, presented } from '../../fixtures/netPki.ts';
import { closeServers, listen, reset } from '../../fixtures/servers.ts';

const BASE: RequestOptions = { timeout: 5000, maxBytes: 1000, addresses: 'any' };

async function failure(promise: Promise<unknown>): Promise<NetError> {
  try {
    await promise;
  } catch (error) {
    assert.ok(error instanceof NetError, String(error));
    return error;
  }
  throw new assert.AssertionError({ message: 'no failure' });
}

async function plainServer(handler: http.RequestListener): Promise<string> {
  const { port } = await listen(http.createServer(handler));
  return `http://127.0.0.1:${port}`;
}

async function secureServer(handler: http.RequestListener, ...names: readonly string[]): Promise<string> {
  const { port } = await listen(https.createServer(presented(...names), handler));
  return `https://localhost:${port}`;
}

async function rawServer(answer: (socket: net.Socket) => void): Promise<string> {
  const { port } = await listen(net.createServer(answer));
  return `http://127.0.0.1:${port}`;
}

const text = (body: Uint8Array): string => Buffer.from(body).toString('utf8');

describe('a request', function () {
  this.timeout(30_000);
  before(() => void netPki());
  afterEach(closeServers);

  it('brings status, headers and body, and sends method, headers and body', async () => {
    const address = await plainServer((incoming, answer) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        answer.writeHead(201, { 'X-Test': 'yes' });
        const { method, url, headers } = incoming;
        answer.end(`${method} ${url} ${headers['content-type']} ${Buffer.concat(chunks).toString()}`);
      });
    });
    const { status, headers, body, url } = await request(`${address}/a?b=c#d`, {
      ...BASE,
      method: 'POST',
      headers: { 'Content-Type': 'application/ocsp-request' },
      body: Buffer.from('hello'),
    });
    assert.equal(status, 201);
    assert.equal(headers['x-test'], 'yes');
    assert.equal(text(body), 'POST /a?b=c application/ocsp-request hello');
    assert.equal(url, `${address}/a?b=c#d`);
  });

  describe('over TLS', () => {
    const extraCa = (): readonly Uint8Array[] => [derOf('root')];
    const hello: http.RequestListener = (_, answer) => answer.end('hello');

    it('trusts a CA that the caller names', async () => {
      const address = await secureServer(hello, 'leaf', 'issuing');
      assert.equal(text((await request(address, { ...BASE, extraCa: extraCa() })).body), 'hello');
      const byAddress = address.replace('localhost', '127.0.0.1');
      assert.equal(text((await request(byAddress, { ...BASE, extraCa: extraCa() })).body), 'hello');
    });

    it('trusts an intermediate that the caller names, as the validator does', async () => {
      const address = await secureServer(hello, 'leaf', 'issuing');
      assert.equal(text((await request(address, { ...BASE, extraCa: [derOf('issuing')] })).body), 'hello');
    });

    const refused: readonly [what: string, names: readonly string[], reason: RegExp][] = [
      ['a name that the certificate does not have', ['elsewhere', 'issuing'], /ERR_TLS_CERT_ALTNAME_INVALID/],
      ['an expired certificate', ['expired', 'issuing'], /CERT_HAS_EXPIRED/],
      ['a self-signed one', ['selfSigned'], /DEPTH_ZERO_SELF_SIGNED_CERT/],
      ['a chain without its intermediate', ['leaf'], /UNABLE_TO_(VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT_LOCALLY)/],
    ];
    for (const [what, names, reason] of refused) {
      it(`refuses ${what}, sends nothing, and hands over the certificates`, async () => {
        let asked = 0;
        const address = await secureServer(() => asked++, ...names);
        const error = await failure(request(address, { ...BASE, extraCa: extraCa() }));
        assert.equal(error.code, 'tls');
        assert.match(error.reason ?? '', reason);
        assert.deepEqual(
          error.certificates?.map((der) => Buffer.from(der).toString('hex')),
          names.map((name) => Buffer.from(derOf(name)).toString('hex')),
        );
        assert.equal(asked, 0);
      });
    }

    it('survives a secp256k1 key in a chain that is trusted', async () => {
      const address = await secureServer(hello, 'underKoblitz', 'koblitz');
      assert.equal(text((await request(address, { ...BASE, extraCa: extraCa() })).body), 'hello');
    });

    it('says TLS where the port speaks plain HTTP', async () => {
      const address = await plainServer(hello);
      const error = await failure(request(address.replace('http:', 'https:'), BASE));
      assert.equal(error.code, 'tls');
    });
  });

  describe('bounds', () => {
    const failures: readonly [what: string, code: NetErrorCode, address: () => Promise<string>, timeout?: number][] = [
      [
        'nobody listens',
        'refused',
        async () => {
          const server = await listen(net.createServer());
          server.close();
          return `http://127.0.0.1:${server.port}`;
        },
      ],
      ['the server never answers', 'timeout', () => rawServer(() => undefined), 100],
      [
        'the answer drips',
        'timeout',
        () =>
          rawServer((socket) => {
            socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n');
            const timer = setInterval(() => socket.write('.'), 20);
            socket.once('close', () => clearInterval(timer));
          }),
        200,
      ],
      ['the server resets', 'reset', () => rawServer((socket) => socket.once('data', () => reset(socket)))],
      [
        'the server ends without an answer',
        'reset',
        () => rawServer((socket) => socket.once('data', () => socket.end())),
      ],
      [
        'the answer breaks off',
        'reset',
        () =>
          rawServer((socket) =>
            socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf')),
          ),
      ],
      [
        'it is no HTTP',
        'protocol',
        () => rawServer((socket) => socket.once('data', () => socket.end('SSH-2.0-x\r\n'))),
      ],
      ['the body is too long', 'tooLarge', () => plainServer((_, answer) => answer.end('x'.repeat(1001)))],
      [
        'the body never ends',
        'tooLarge',
        () =>
          plainServer((_, answer) => {
            const timer = setInterval(() => answer.write('x'.repeat(300)), 1);
            answer.once('close', () => clearInterval(timer));
          }),
      ],
      [
        'a small body unpacks to a long one',
        'tooLarge',
        () =>
          plainServer((_, answer) => {
            answer.setHeader('Content-Encoding', 'gzip');
            answer.end(zlib.gzipSync(Buffer.alloc(10_000_000)));
          }),
      ],
      [
        'the packed body is damaged',
        'protocol',
        () =>
          plainServer((_, answer) => {
            answer.setHeader('Content-Encoding', 'gzip');
            answer.end('no gzip');
          }),
      ],
      [
        'the coding is unknown',
        'protocol',
        () =>
          plainServer((_, answer) => {
            answer.setHeader('Content-Encoding', 'gzip, gzip');
            answer.end('x');
          }),
      ],
      [
        'headers never end',
        'protocol',
        () =>
          rawServer((socket) => {
            socket.write('HTTP/1.1 200 OK\r\n');
            for (let i = 0; i < 5000; i++) socket.write(`X-${i}: ${'x'.repeat(100)}\r\n`);
          }),
      ],
    ];
    for (const [what, code, address, timeout] of failures) {
      it(`${code}: ${what}`, async () => {
        const error = await failure(request(await address(), { ...BASE, ...(timeout && { timeout }) }));
        assert.equal(error.code, code, error.message);
      });
    }

    it('dns: the name is unknown', async () => {
      const lookup: RequestOptions['lookup'] = (_, done) =>
        done(Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' }), []);
      const error = await failure(request('http://nowhere.acme.example/', { ...BASE, lookup }));
      assert.deepEqual([error.code, error.reason, error.host], ['dns', 'ENOTFOUND', 'nowhere.acme.example']);
    });

    it('timeout: the look-up never ends', async () => {
      const error = await failure(
        request('http://slow.acme.example/', { ...BASE, timeout: 50, lookup: () => undefined }),
      );
      assert.equal(error.code, 'timeout');
    });

    it('cancelled: before and on the way', async () => {
      const controller = new AbortController();
      const address = await rawServer((socket) => socket.once('data', () => controller.abort()));
      const { signal } = controller;
      assert.equal((await failure(request(address, { ...BASE, signal }))).code, 'cancelled');
      assert.equal((await failure(request(address, { ...BASE, signal }))).code, 'cancelled');
    });

    it('unpacks gzip, deflate and br that nobody asked for', async () => {
      for (const [coding, pack] of [
        ['gzip', zlib.gzipSync],
        ['deflate', zlib.deflateSync],
        ['br', zlib.brotliCompressSync],
      ] as const) {
        const address = await plainServer((_, answer) => {
          answer.setHeader('Content-Encoding', coding);
          answer.end(pack(Buffer.from('packed')));
        });
        assert.equal(text((await request(address, BASE)).body), 'packed', coding);
      }
    });

    it('takes an answer without a body that claims to be packed', async () => {
      const address = await plainServer((_, answer) => {
        answer.writeHead(204, { 'Content-Encoding': 'gzip' });
        answer.end();
      });
      assert.equal((await request(address, BASE)).body.length, 0);
    });

    it('badUrl: other schemes, user names, no address', async () => {
      for (const address of ['ftp://acme.example/', 'file:///etc/passwd', 'http://user:secret@acme.example/', 'acme']) {
        const error = await failure(request(address, BASE));
        assert.equal(error.code, 'badUrl');
        assert.ok(!error.message.includes('secret'));
      }
    });
  });

  describe('where only public addresses are allowed', () => {
    const PUBLIC: RequestOptions = { ...BASE, addresses: 'public' };

    it('refuses literal ones in every spelling before it connects', async () => {
      let connections = 0;
      const address = await plainServer(() => undefined);
      const { port } = new URL(address);
      const server = await listen(net.createServer(() => connections++));
      for (const host of [
        '127.0.0.1',
        '127.1',
        '0x7f000001',
        '2130706433',
        '0177.0.0.1',
        '[::1]',
        '[::ffff:127.0.0.1]',
      ]) {
        const error = await failure(request(`http://${host}:${server.port}/`, PUBLIC));
        assert.equal(error.code, 'addressForbidden', host);
      }
      assert.equal(connections, 0);
      assert.ok(port);
    });

    it('refuses what a name resolves to, in the look-up that is connected by', async () => {
      const answers = ['93.184.216.34', '127.0.0.1'];
      let asked = 0;
      const lookup: RequestOptions['lookup'] = (_, done) =>
        done(null, [{ address: answers[Math.min(1, ++asked)] ?? '', family: 4 }]);
      const error = await failure(request('http://rebind.acme.example/', { ...PUBLIC, lookup }));
      assert.deepEqual([error.code, error.reason, asked], ['addressForbidden', '127.0.0.1', 1]);
      const real = await failure(request('http://localhost:9/', PUBLIC));
      assert.equal(real.code, 'addressForbidden');
    });

    it('judges again after a redirect', async () => {
      const inner = await plainServer((_, answer) => answer.end('secret'));
      const outer = await plainServer((_, answer) => {
        answer.writeHead(302, { Location: inner });
        answer.end();
      });
      const { port } = new URL(outer);
      // the first server counts as public here, by a proxy that leads to it
      const error = await failure(
        request('http://acme.example/', { ...PUBLIC, maxRedirects: 3, proxy: { url: `http://127.0.0.1:${port}` } }),
      );
      assert.equal(error.code, 'addressForbidden');
    });
  });

  describe('redirects', () => {
    async function redirecting(status: number, to: string): Promise<string> {
      return plainServer((_, answer) => {
        answer.writeHead(status, { Location: to });
        answer.end();
      });
    }
    const echo: http.RequestListener = (incoming, answer) =>
      answer.end(JSON.stringify([incoming.method, incoming.headers]));

    it('are the answer where none is allowed, or the policy says no', async () => {
      const address = await redirecting(302, 'https://login.acme.example/');
      assert.equal((await request(address, BASE)).status, 302);
      const asked: string[] = [];
      const allowRedirect = (from: URL, to: URL): boolean => asked.push(`${from.href} ${to.href}`) < 0;
      assert.equal((await request(address, { ...BASE, maxRedirects: 5, allowRedirect })).status, 302);
      assert.deepEqual(asked, [`${address}/ https://login.acme.example/`]);
    });

    it('are followed so often and no more', async () => {
      let left = 3;
      const address = await plainServer((_, answer) => {
        if (left-- > 0) answer.writeHead(302, { Location: '/again' });
        answer.end('there');
      });
      assert.equal(text((await request(address, { ...BASE, maxRedirects: 3 })).body), 'there');
      left = 4;
      assert.equal((await failure(request(address, { ...BASE, maxRedirects: 3 }))).code, 'tooManyRedirects');
    });

    it('to another origin carry no credential', async () => {
      const other = await plainServer(echo);
      const address = await redirecting(307, other);
      const headers = { Authorization: 'Bearer secret', Cookie: 'a=b', 'X-Key': 'secret', Accept: 'text/plain' };
      const { body } = await request(address, { ...BASE, maxRedirects: 1, headers });
      assert.ok(!/secret|a=b/.test(text(body)), text(body));
      assert.match(text(body), /text\/plain/);
    });

    it('within an origin carry the headers on', async () => {
      const address = await plainServer((incoming, answer) => {
        if (incoming.url === '/') answer.writeHead(301, { Location: '/x' });
        answer.end(incoming.headers.authorization);
      });
      const headers = { Authorization: 'Bearer secret' };
      assert.equal(text((await request(address, { ...BASE, maxRedirects: 1, headers })).body), 'Bearer secret');
    });

    it('turn POST into GET but for 307 and 308', async () => {
      const other = await plainServer(echo);
      for (const [status, method] of [
        [301, 'GET'],
        [302, 'GET'],
        [303, 'GET'],
        [307, 'POST'],
        [308, 'POST'],
      ] as const) {
        const address = await redirecting(status, other);
        const { body } = await request(address, { ...BASE, method: 'POST', body: Buffer.from('x'), maxRedirects: 1 });
        assert.equal((JSON.parse(text(body)) as [string])[0], method, String(status));
      }
    });
  });

  describe('through a proxy', () => {
    interface Seen {
      readonly lines: string[];
      readonly credentials: (string | undefined)[];
    }

    async function proxyServer(status = 200): Promise<{ readonly url: string; readonly seen: Seen }> {
      const seen: Seen = { lines: [], credentials: [] };
      const server = http.createServer((incoming, answer) => {
        seen.lines.push(`${incoming.method ?? ''} ${incoming.url ?? ''}`);
        seen.credentials.push(incoming.headers['proxy-authorization']);
        answer.end('by proxy');
      });
      server.on('connect', (incoming: http.IncomingMessage, socket: net.Socket) => {
        seen.lines.push(`CONNECT ${incoming.url ?? ''}`);
        seen.credentials.push(incoming.headers['proxy-authorization']);
        if (status !== 200) {
          socket.end(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`);
          return;
        }
        const target = net.connect(Number(new URL(`http://${incoming.url ?? ''}`).port), '127.0.0.1', () => {
          socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
          target.pipe(socket).pipe(target);
        });
        target.on('error', () => socket.destroy());
      });
      const { port } = await listen(server);
      return { url: `http://127.0.0.1:${port}`, seen };
    }

    it('asks for HTTPS by CONNECT, and checks the server itself', async () => {
      const address = await secureServer((_, answer) => answer.end('hello'), 'leaf', 'issuing');
      const { url, seen } = await proxyServer();
      const proxy = { url: url.replace('//', '//user:p%40ss@') };
      const { port } = new URL(address);
      const target = `https://apps.acme.example:${port}/`;
      assert.equal(text((await request(target, { ...BASE, proxy, extraCa: [derOf('root')] })).body), 'hello');
      assert.deepEqual(seen.lines, [`CONNECT apps.acme.example:${port}`]);
      assert.deepEqual(seen.credentials, [`Basic ${Buffer.from('user:p@ss').toString('base64')}`]);
      assert.equal((await failure(request(target, { ...BASE, proxy }))).code, 'tls');
    });

    it('asks for HTTP by the whole address', async () => {
      const { url, seen } = await proxyServer();
      const { body } = await request('http://acme.example/a?b', { ...BASE, proxy: { url, authorization: 'Bearer p' } });
      assert.equal(text(body), 'by proxy');
      assert.deepEqual(seen, { lines: ['GET http://acme.example/a?b'], credentials: ['Bearer p'] });
    });

    it('goes past it to the hosts of noProxy', async () => {
      const { url, seen } = await proxyServer();
      const address = await plainServer((_, answer) => answer.end('direct'));
      const { port } = new URL(address);
      for (const pattern of ['*', '127.0.0.1', `127.0.0.1:${port}`]) {
        const proxy = { url, noProxy: ['other.example', pattern] };
        assert.equal(text((await request(address, { ...BASE, proxy })).body), 'direct', pattern);
      }
      assert.deepEqual(seen.lines, []);
      for (const pattern of ['27.0.0.1', '127.0.0.1:1', 'example']) {
        const proxy = { url, noProxy: [pattern] };
        assert.equal(text((await request(address, { ...BASE, proxy })).body), 'by proxy', pattern);
      }
    });

    it('says what the proxy says', async () => {
      const { url } = await proxyServer(407);
      const error = await failure(request('https://acme.example/', { ...BASE, proxy: { url } }));
      assert.deepEqual([error.code, error.status], ['proxy', 407]);
      const gone = await listen(tls.createServer());
      gone.close();
      const proxy = { url: `http://user:secret@127.0.0.1:${gone.port}` };
      const refused = await failure(request('https://acme.example/', { ...BASE, proxy }));
      assert.deepEqual([refused.code, refused.reason], ['proxy', 'ECONNREFUSED']);
      const broken = await failure(
        request('https://acme.example/', { ...BASE, proxy: { url: 'socks5://x:secret@y' } }),
      );
      assert.equal(broken.code, 'proxy');
      assert.ok(
        ![refused, broken].some((one) => JSON.stringify(one).includes('secret') || one.message.includes('secret')),
      );
    });

    it('holds to public addresses as far as it can see', async () => {
      const { url, seen } = await proxyServer();
      for (const host of ['127.0.0.1', 'localhost', 'printer', '[::1]', '169.254.169.254']) {
        const error = await failure(request(`http://${host}/`, { ...BASE, addresses: 'public', proxy: { url } }));
        assert.equal(error.code, 'addressForbidden', host);
      }
      assert.deepEqual(seen.lines, []);
    });
  });
});
