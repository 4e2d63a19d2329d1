import assert from 'node:assert/strict';
import * as http from 'node:http';
import * as http2 from 'node:http2';
import * as https from 'node:https';
import * as net from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import type { ServedHost } from '../../../src/core/served/observation.ts';
import { NetError } from '../../../src/net/netError.ts';
import { probe, type ProbeOptions } from '../../../src/net/probe.ts';
import { probeAll } from '../../../src/net/probeAll.ts';
import { derOf, netPki, presented } from '../../fixtures/netPki.ts';
import { HERE, judgedHere } from '../../fixtures/look.ts';
import { closeServers, listen, reset } from '../../fixtures/servers.ts';

const OPTIONS: ProbeOptions = { timeout: 5000, resolver: HERE };
const hello: http.RequestListener = (_, answer) => answer.end('hello');

async function lookAt(server: net.Server, options: ProbeOptions = {}): Promise<ServedHost> {
  const { port } = await listen(server);
  return probe({ host: 'localhost', port }, { ...OPTIONS, ...options });
}

const secure = (names: readonly string[], options: TlsOptions = {}, handler = hello): https.Server =>
  https.createServer({ ...presented(...names), ...options }, handler);

describe('a look at a host', function () {
  this.timeout(30_000);
  before(() => void netPki());
  afterEach(closeServers);

  describe('over TLS', () => {
    it('brings protocol, cipher, answer and the chain', async () => {
      const seen: string[] = [];
      const server = secure(['leaf', 'issuing'], {}, (incoming, answer) => {
        seen.push(`${incoming.method ?? ''} ${incoming.url ?? ''} ${Object.keys(incoming.headers).sort().join()}`);
        answer.setHeader('Strict-Transport-Security', 'max-age=31536000');
        answer.end();
      });
      const { tls, https: answer, http: plain } = await lookAt(server);
      assert.equal(tls.protocol, 'TLSv1.3');
      assert.match(tls.cipher ?? '', /^TLS_/);
      assert.deepEqual(answer, { status: 200, hsts: 'max-age=31536000', location: null, failure: null });
      assert.equal(plain, null, 'a port leaves plain HTTP out');
      assert.deepEqual(seen, ['HEAD / accept-encoding,connection,host']);
    });

    it('keeps the chain as it was sent: order, doubles, strangers, no root added', async () => {
      for (const names of [
        ['leaf'],
        ['leaf', 'issuing'],
        ['leaf', 'issuing', 'root'],
        ['leaf', 'root', 'koblitz', 'issuing', 'issuing', 'selfSigned'],
      ]) {
        for (const maxVersion of ['TLSv1.2', 'TLSv1.3'] as const) {
          const { tls } = await lookAt(secure(names, { maxVersion }));
          assert.deepEqual(
            tls.certificates,
            names.map((name) => Buffer.from(derOf(name)).toString('base64')),
            `${maxVersion} ${names.join()}`,
          );
        }
      }
    });

    const alert =
      (code: number): (() => net.Server) =>
      () =>
        net.createServer((socket) => socket.once('data', () => socket.end(Buffer.from([0x15, 3, 3, 0, 2, 2, code]))));
    // RFC 8446 §6
    const alerts: readonly [name: string, code: number, detail: RegExp][] = [
      ['unrecognized_name', 112, /does not serve this name/],
      ['insufficient_security', 71, /stronger encryption/],
      ['no_application_protocol', 120, /neither HTTP\/1\.1 nor HTTP\/2/],
      ['handshake_failure', 40, /no way to encrypt/],
    ];
    for (const [name, code, detail] of alerts) {
      it(`says what the alert ${name} means`, async () => {
        const { state, findings } = judgedHere(await lookAt(alert(code)()));
        assert.equal(state, 'unreachable');
        assert.match(findings[0]?.detail ?? '', detail);
      });
    }

    it('takes the first of several HSTS headers, as browsers do', async () => {
      const server = secure(['leaf', 'issuing'], {}, (_, answer) => {
        answer.setHeader('Strict-Transport-Security', ['max-age=31536000', 'max-age=0']);
        answer.end();
      });
      const { hsts, findings } = judgedHere(await lookAt(server));
      assert.deepEqual([hsts?.maxAge, findings], [31_536_000, []]);
    });

    it('tells a redirect to plain HTTP, and none to HTTPS', async () => {
      for (const [location, status, found] of [
        ['http://localhost/home?user=me', 302, ['http://localhost/home']],
        ['http://www.acme.example', 301, ['http://www.acme.example/']],
        ['/home', 302, []],
        ['https://www.acme.example/', 302, []],
        ['http://localhost/', 200, []],
        ['http://', 302, []],
      ] as const) {
        const server = secure(['leaf', 'issuing'], {}, (_, answer) => {
          answer.writeHead(status, { Location: location, 'Strict-Transport-Security': 'max-age=1' }).end();
        });
        const { findings, state } = judgedHere(await lookAt(server));
        assert.deepEqual(
          findings.map(({ code, params }) => [code, params['to']]),
          found.map((to) => ['served.httpsDowngrade', to]),
          location,
        );
        assert.equal(state, found.length > 0 ? 'httpNotEnforced' : 'good');
      }
    });

    const states: readonly [what: string, server: () => net.Server, state: string, codes: readonly string[]][] = [
      ['a good certificate', () => secure(['leaf', 'issuing']), 'good', ['served.noHsts']],
      ['an expired one', () => secure(['expired', 'issuing']), 'expired', ['served.expired', 'served.noHsts']],
      ['another name', () => secure(['elsewhere', 'issuing']), 'wrongName', ['served.wrongName', 'served.noHsts']],
      ['no intermediate', () => secure(['leaf']), 'incompleteChain', ['served.incompleteChain', 'served.noHsts']],
      ['a self-signed one', () => secure(['selfSigned']), 'untrusted', ['served.selfSigned', 'served.noHsts']],
      ['a secp256k1 key in the chain', () => secure(['underKoblitz', 'koblitz']), 'good', ['served.noHsts']],
      [
        'TLS 1.0 only',
        () => secure(['rsa', 'issuing'], { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' }),
        'oldProtocol',
        ['served.oldProtocol', 'served.noHsts'],
      ],
      [
        'TLS 1.1 only',
        () =>
          secure(['rsa', 'issuing'], { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' }),
        'oldProtocol',
        ['served.oldProtocol', 'served.noHsts'],
      ],
      [
        'a wish for a client certificate, TLS 1.3',
        () => secure(['leaf', 'issuing'], { requestCert: true, rejectUnauthorized: true }),
        'good',
        ['served.clientCertificate'],
      ],
      [
        'a wish for a client certificate, TLS 1.2',
        () => secure(['leaf', 'issuing'], { requestCert: true, rejectUnauthorized: true, maxVersion: 'TLSv1.2' }),
        'good',
        ['served.clientCertificate'],
      ],
      [
        'a wish for a client certificate of an expired one, TLS 1.2',
        () => secure(['expired', 'issuing'], { requestCert: true, rejectUnauthorized: true, maxVersion: 'TLSv1.2' }),
        'expired',
        ['served.expired', 'served.clientCertificate'],
      ],
      ['a key of a rare kind', () => secure(['ed25519', 'issuing']), 'good', ['served.keyType', 'served.noHsts']],
      [
        'certificates out of order',
        () => secure(['leaf', 'root', 'issuing']),
        'good',
        ['served.chainOrder', 'served.noHsts'],
      ],
      [
        'an answer that it is not available',
        () =>
          secure(['leaf', 'issuing'], {}, (_, answer) => {
            answer.writeHead(503, { 'Strict-Transport-Security': 'max-age=1' }).end();
          }),
        'good',
        ['served.unavailable'],
      ],
      ['HTTP/2 alone', () => http2.createSecureServer(presented('leaf', 'issuing')), 'good', []],
      [
        'an RSA key of 1024 bits',
        () => secure(['short', 'issuing'], { ciphers: 'DEFAULT:@SECLEVEL=0' }),
        'good',
        ['served.smallKey', 'served.noHsts'],
      ],
      [
        'an answer that is no HTTP',
        () => createTlsServer(presented('leaf', 'issuing'), (socket) => socket.end('hello\r\n\r\n')),
        'good',
        ['served.noAnswer'],
      ],
      ['plain HTTP on its TLS port', () => http.createServer(hello), 'unreachable', ['served.handshakeFailed']],
      [
        'no cipher in common',
        () => secure(['leaf'], { maxVersion: 'TLSv1.2', ciphers: 'AES128-SHA' }),
        'unreachable',
        ['served.handshakeFailed'],
      ],
      [
        'an answer of another kind',
        () => net.createServer((socket) => socket.end('220 smtp ready\r\n')),
        'unreachable',
        ['served.handshakeFailed'],
      ],
      [
        'a reset',
        () => net.createServer((socket) => socket.once('data', () => reset(socket))),
        'unreachable',
        ['served.unreachable'],
      ],
      [
        'an early end',
        () => net.createServer((socket) => socket.once('data', () => socket.end())),
        'unreachable',
        ['served.unreachable'],
      ],
    ];
    for (const [what, server, state, codes] of states) {
      it(`tells ${what}`, async () => {
        const report = judgedHere(await lookAt(server()));
        assert.deepEqual([report.state, report.findings.map(({ code }) => code)], [state, codes]);
      });
    }

    it('tells a key that no browser takes, and whose it is', async () => {
      for (const maxVersion of ['TLSv1.2', 'TLSv1.3'] as const) {
        const report = judgedHere(await lookAt(secure(['koblitzLeaf', 'issuing'], { maxVersion })));
        assert.deepEqual([report.state, report.protocol], ['unreachable', null]);
        assert.deepEqual(
          report.findings.map(({ code, params }) => [code, params['key']]),
          [['served.handshakeFailed', 'EC secp256k1']],
        );
        assert.match(report.findings[0]?.detail ?? '', /^Its certificate has a key .*: EC secp256k1\. /);
        assert.equal(report.certificate?.name, 'localhost');
      }
    });

    it('tells what an old server says to a newer client', async () => {
      // SSL 3 to a ClientHello, as servers from before 2000 do; and a fatal alert "protocol version" (RFC 8446 §6)
      for (const [bytes, state] of [
        ['1503000002022f', 'unreachable'],
        ['15030100020246', 'oldProtocol'],
      ] as const) {
        const report = judgedHere(
          await lookAt(net.createServer((socket) => socket.once('data', () => socket.end(Buffer.from(bytes, 'hex'))))),
        );
        assert.equal(report.state, state, bytes);
      }
    });

    it('tells a private CA', async () => {
      const { createTrustAnchors } = await import('../../../src/core/x509/trustAnchors.ts');
      const report = judgedHere(await lookAt(secure(['leaf', 'issuing'])), { publicRoots: createTrustAnchors([]) });
      assert.equal(report.state, 'privateAuthority');
      assert.equal(report.verdict, 'warnings');
    });

    it('bears a chain of hundreds of kilobytes', async () => {
      const { tls } = await lookAt(secure(['leaf', ...Array.from({ length: 60 }, () => 'issuing')]));
      assert.equal(tls.certificates.length, 61);
      assert.equal(tls.failure, null);
    });

    it('ends with a failure, not with a hang, where the chain is beyond what OpenSSL takes', async () => {
      const { tls } = await lookAt(secure(['leaf', ...Array.from({ length: 400 }, () => 'issuing')]));
      assert.equal(tls.failure?.code, 'tls');
    });

    it('waits no longer than it may: silence, a drip, a stalled answer', async () => {
      const drip = net.createServer((socket) => {
        socket.write(Buffer.from([0x16, 3, 3, 0x40, 0])); // a record of 16 KiB, a byte at a time
        const timer = setInterval(() => socket.write(Buffer.from([2])), 10);
        socket.once('close', () => clearInterval(timer));
      });
      for (const server of [net.createServer(() => undefined), drip]) {
        const { tls } = await lookAt(server, { timeout: 150 });
        assert.equal(tls.failure?.code, 'timeout');
      }
      const stalled = await lookAt(
        secure(['leaf', 'issuing'], {}, () => undefined),
        { timeout: 300 },
      );
      assert.equal(stalled.tls.certificates.length, 2, 'what was seen stays');
      assert.equal(stalled.https?.failure?.code, 'timeout');
      assert.equal(judgedHere(stalled).state, 'good');
    });

    it('says that nobody listens, and that a name is unknown', async () => {
      const gone = await listen(net.createServer());
      gone.close();
      const refused = await probe({ host: 'localhost', port: gone.port }, OPTIONS);
      assert.deepEqual([refused.tls.failure?.code, judgedHere(refused).state], ['refused', 'unreachable']);
      const unknown = await probe(
        { host: 'nowhere.acme.example', port: 443 },
        { ...OPTIONS, lookup: (_, done) => done(Object.assign(new Error('x'), { code: 'ENOTFOUND' }), []) },
      );
      assert.match(judgedHere(unknown).findings[0]?.title ?? '', /nowhere\.acme\.example can’t be resolved/);
    });
  });

  it('tells a silent name server, and takes its question back', async () => {
    const never = (): Promise<never> => new Promise(() => undefined);
    let cancelled = 0;
    let takenBack = 0;
    const observation = await probe(
      { host: 'silent.acme.example', port: 443 },
      {
        timeout: 100,
        resolver: { cname: never, ipv4: never, ipv6: never, cancel: () => void cancelled++ },
        lookup: () => () => void takenBack++,
      },
    );
    assert.equal(judgedHere(observation).findings[0]?.title, 'No name server says where silent.acme.example is');
    assert.deepEqual([cancelled, takenBack], [1, 1]);
  });

  it('ends at once when it is cancelled while a name server is silent', async () => {
    const never = (): Promise<never> => new Promise(() => undefined);
    const controller = new AbortController();
    let takenBack = 0;
    const running = probe(
      { host: 'silent.acme.example' },
      {
        timeout: 60_000,
        signal: controller.signal,
        resolver: { cname: never, ipv4: never, ipv6: never, cancel: () => undefined },
        lookup: () => () => void takenBack++,
      },
    );
    setImmediate(() => controller.abort());
    await assert.rejects(running, (error) => error instanceof NetError && error.code === 'cancelled');
    assert.equal(takenBack, 2, 'that for HTTPS, that for HTTP');
  });

  it('names the target of a CNAME that leads nowhere', async () => {
    const unknown = (): Promise<never> => Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' }));
    const observation = await probe(
      { host: 'apps.acme.example', port: 443 },
      {
        timeout: 5000,
        resolver: {
          cname: (name) => (name === 'apps.acme.example' ? Promise.resolve(['acme.outsytems.example']) : unknown()),
          ipv4: unknown,
          ipv6: unknown,
          cancel: () => undefined,
        },
        lookup: (_, done) => done(Object.assign(new Error('x'), { code: 'ENOTFOUND' }), []),
      },
    );
    const [finding] = judgedHere(observation).findings;
    assert.match(finding?.title ?? '', /apps\.acme\.example can’t be resolved/);
    assert.match(finding?.detail ?? '', /^Its CNAME leads to acme\.outsytems\.example, which the DNS does not know\. /);
  });

  it('names what is wrong with a proxy of another kind', async () => {
    const proxy = { url: 'https://proxy.acme.example' };
    const { findings, http: plain } = judgedHere(await probe({ host: 'apps.acme.example' }, { ...OPTIONS, proxy }));
    assert.match(findings[0]?.mend ?? '', /begins with http:\/\//);
    assert.equal(plain, 'noAnswer');
  });

  it('says what is refused of a name that only this computer knows', async () => {
    const gone = await listen(net.createServer());
    gone.close();
    const unknown = (): Promise<never> => Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' }));
    const observation = await probe(
      { host: 'hosts-file.acme.example', port: gone.port },
      {
        timeout: 5000,
        resolver: { cname: unknown, ipv4: unknown, ipv6: unknown, cancel: () => undefined },
        lookup: (_, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
      },
    );
    assert.match(judgedHere(observation).findings[0]?.title ?? '', /takes no connection$/);
  });

  describe('over plain HTTP', () => {
    async function plainly(handler: http.RequestListener): Promise<ServedHost> {
      const httpsPort = (await listen(secure(['leaf', 'issuing']))).port;
      const httpPort = (await listen(http.createServer(handler))).port;
      return probe({ host: 'localhost' }, { ...OPTIONS, httpsPort, httpPort });
    }
    const to =
      (location: string, status = 301): http.RequestListener =>
      (_, answer) => {
        answer.writeHead(status, { Location: location });
        answer.end();
      };

    for (const status of [301, 302, 303, 307, 308]) {
      it(`follows ${status} to HTTPS`, async () => {
        const observation = await plainly(to('https://localhost/', status));
        assert.deepEqual(
          observation.http?.hops.map((hop) => [hop.status, hop.location]),
          [[status, 'https://localhost/']],
        );
        assert.deepEqual([judgedHere(observation).http, judgedHere(observation).state], ['https', 'good']);
      });
    }

    const page =
      (html: string, status = 200): http.RequestListener =>
      (_, answer) => {
        answer.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' });
        answer.end(html);
      };
    const verdicts: readonly [what: string, handler: http.RequestListener, verdict: string, state: string][] = [
      ['another host', to('https://www.acme.example/login'), 'httpsElsewhere', 'good'],
      [
        'a step on plain HTTP first',
        (incoming, answer) => to(incoming.url === '/' ? '/home' : 'https://localhost/home')(incoming, answer),
        'https',
        'good',
      ],
      ['no redirect', hello, 'none', 'httpNotEnforced'],
      [
        'a page that never ends',
        (_, answer) => {
          answer.writeHead(200, { 'Content-Length': '100' });
          answer.write('x');
        },
        'none',
        'httpNotEnforced',
      ],
      [
        'a page that breaks off',
        (_, answer) => {
          answer.writeHead(200, { 'Content-Length': '100' });
          answer.write('x', () => answer.socket?.destroy());
        },
        'none',
        'httpNotEnforced',
      ],
      ...['gzip', 'zstd'].map((coding): [string, http.RequestListener, string, string] => [
        `a page whose ${coding} can’t be unpacked`,
        (_, answer) => answer.writeHead(200, { 'Content-Encoding': coding }).end('plain'),
        'none',
        'httpNotEnforced',
      ]),
      [
        'a redirect with a body that never ends',
        (_, answer) => {
          answer.writeHead(301, { Location: 'https://localhost/' });
          answer.write('x');
        },
        'https',
        'good',
      ],
      ['a page longer than it reads', page(`<p>${'x'.repeat(200_000)}`), 'none', 'httpNotEnforced'],
      [
        'a page that goes on by itself',
        page('<META http-equiv="Refresh" content="0; URL=https://localhost/">'),
        'refresh',
        'httpNotEnforced',
      ],
      [
        'a page that goes on to plain HTTP',
        page("<meta content='0' http-equiv=refresh url='/x'>"),
        'none',
        'httpNotEnforced',
      ],
      ['a circle', to('/'), 'loop', 'httpNotEnforced'],
      ['a redirect to nowhere', to('http://'), 'none', 'httpNotEnforced'],
      ['a redirect with a password in it', to('https://user:secret@localhost/'), 'https', 'good'],
      ['403', page('no', 403), 'refused', 'good'],
      ['404', page('no', 404), 'refused', 'good'],
    ];
    for (const [what, handler, verdict, state] of verdicts) {
      it(`tells ${what}`, async () => {
        const report = judgedHere(await plainly(handler));
        assert.deepEqual([report.http, report.state], [verdict, state]);
      });
    }

    it('says nothing where nobody listens', async () => {
      const gone = await listen(net.createServer());
      gone.close();
      const httpsPort = (await listen(secure(['leaf', 'issuing']))).port;
      const observation = await probe({ host: 'localhost' }, { ...OPTIONS, httpsPort, httpPort: gone.port });
      assert.deepEqual(observation.http, { hops: [], failure: { code: 'refused', reason: 'ECONNREFUSED' } });
      assert.deepEqual([judgedHere(observation).http, judgedHere(observation).state], ['noAnswer', 'good']);
    });
  });

  it('goes through a proxy, and asks no name server then', async () => {
    const lines: string[] = [];
    const { port } = await listen(secure(['leaf', 'issuing']));
    const proxy = http.createServer((incoming, answer) => {
      lines.push(`${incoming.method ?? ''} ${incoming.url ?? ''}`);
      answer.writeHead(301, { Location: 'https://apps.acme.example/' });
      answer.end();
    });
    proxy.on('connect', (incoming: http.IncomingMessage, socket: net.Socket) => {
      lines.push(`CONNECT ${incoming.url ?? ''}`);
      const target = net.connect(port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        target.pipe(socket).pipe(target);
      });
      target.on('error', () => socket.destroy());
    });
    const url = `http://127.0.0.1:${(await listen(proxy)).port}`;
    const observation = await probe({ host: 'apps.acme.example' }, { timeout: 5000, proxy: { url } });
    assert.equal(observation.dns, null);
    assert.equal(judgedHere(observation).state, 'good');
    assert.equal(judgedHere(observation).http, 'https');
    assert.deepEqual(lines.sort(), ['CONNECT apps.acme.example:443', 'GET http://apps.acme.example/']);
  });

  describe('at many hosts', () => {
    it('looks at so many at once and no more, and tells each as it comes', async () => {
      let running = 0;
      let most = 0;
      const server = secure(['leaf', 'issuing']);
      const { port } = await listen(server);
      const targets = Array.from({ length: 40 }, (_, i) => ({ host: `h${i}.acme.example`, port }));
      const told: number[] = [];
      const results = await probeAll(targets, {
        ...OPTIONS,
        concurrency: 5,
        lookup: (_, done) => {
          most = Math.max(most, ++running);
          done(null, [{ address: '127.0.0.1', family: 4 }]);
        },
        onResult: ({ host }, index, done) => {
          running--;
          assert.equal(host, `h${index}.acme.example`);
          told.push(done);
        },
      });
      assert.deepEqual(
        results.map(({ host }) => host),
        targets.map(({ host }) => host),
      );
      assert.deepEqual(
        told,
        targets.map((_, i) => i + 1),
      );
      assert.ok(results.every(({ tls }) => tls.failure === null));
      assert.equal(most, 5);
    });

    it('ends at once when it is cancelled', async () => {
      const controller = new AbortController();
      const { port } = await listen(net.createServer(() => undefined));
      const targets = Array.from({ length: 100 }, () => ({ host: 'localhost', port }));
      const running = probeAll(targets, { ...OPTIONS, signal: controller.signal });
      setImmediate(() => controller.abort());
      await assert.rejects(running, (error) => error instanceof NetError && error.code === 'cancelled');
    });
  });
});
