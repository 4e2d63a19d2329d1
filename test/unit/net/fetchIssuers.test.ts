import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as http from 'node:http';
import { NOTHING_FETCHED, type FetchedIssuers } from '../../../src/core/online/fetched.ts';
import { wantedIssuerOf } from '../../../src/core/rules/subjectPath.ts';
import { buildPath } from '../../../src/core/x509/buildPath.ts';
import type { Certificate } from '../../../src/core/x509/certificate.ts';
import { parseCertificate } from '../../../src/core/x509/parseCertificate.ts';
import { createTrustAnchors } from '../../../src/core/x509/trustAnchors.ts';
import { fetchIssuers } from '../../../src/net/fetchIssuers.ts';
import { NetError } from '../../../src/net/netError.ts';
import { OnlineCache } from '../../../src/net/onlineCache.ts';
import type { OnlineOptions } from '../../../src/net/online.ts';
import { certificateOf, derOf, P256, temporaryPki } from '../../fixtures/ocspFiles.ts';
import { CA_EXTENSIONS, type OpensslFolder, serverExtensions } from '../../fixtures/openssl.ts';
import { closeServers, listen, reset } from '../../fixtures/servers.ts';

/** A server that answers each path as it is told, and remembers what it was asked. */
interface Site {
  readonly url: string;
  readonly asked: string[];
  readonly answers: Map<string, http.RequestListener>;
}

async function site(): Promise<Site> {
  const asked: string[] = [];
  const answers = new Map<string, http.RequestListener>();
  const { port } = await listen(
    http.createServer((request, response) => {
      asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
      const answer = answers.get(request.url ?? '') ?? ((_, missing) => missing.writeHead(404).end());
      answer(request, response);
    }),
  );
  return { url: `http://127.0.0.1:${port}`, asked, answers };
}

const send =
  (body: Uint8Array): http.RequestListener =>
  (_, response) =>
    response.end(body);

/** root > a > b > leaf, of which each names the address of the one above. */
function makePki(url: string): OpensslFolder {
  const pki = temporaryPki();
  const authority = { key: P256, days: 900 };
  const at = (name: string): string => `authorityInfoAccess=caIssuers;URI:${url}/${name}`;
  pki.certificate('root', { ...authority, subject: '/CN=AIA Root', extensions: CA_EXTENSIONS });
  const a = { ...authority, subject: '/CN=AIA A', issuer: 'root', extensions: [...CA_EXTENSIONS, at('root')] };
  pki.certificate('a', a);
  pki.certificate('namesake', a);
  pki.certificate('b', { ...authority, subject: '/CN=AIA B', issuer: 'a', extensions: [...CA_EXTENSIONS, at('a')] });
  pki.certificate('oldB', { ...authority, subject: '/CN=AIA B', issuer: 'a', extensions: CA_EXTENSIONS });
  const leaf = { subject: '/CN=apps.acme.com', days: 90, key: P256, issuer: 'b' };
  pki.certificate('leaf', { ...leaf, extensions: [...serverExtensions('apps.acme.com'), at('b')] });
  const two = `authorityInfoAccess=caIssuers;URI:${url}/first,caIssuers;URI:${url}/b`;
  pki.certificate('two', { ...leaf, extensions: [...serverExtensions('apps.acme.com'), two] });
  const ldap = 'authorityInfoAccess=caIssuers;URI:ldap://ca.acme.com/b,caIssuers;URI:file:///etc/passwd';
  pki.certificate('ldap', { ...leaf, extensions: [...serverExtensions('apps.acme.com'), ldap] });
  for (const [file, names] of [
    ['both', ['a', 'b']],
    ['one', ['b']],
  ] as const) {
    const certificates = names.flatMap((name) => ['-certfile', `${name}.pem`]);
    pki.run('crl2pkcs7', '-nocrl', ...certificates, '-outform', 'DER', '-out', `${file}.p7b`);
  }
  return pki;
}

describe('fetching missing issuers', function () {
  this.timeout(60_000);
  let pki: OpensslFolder;
  let ca: Site;
  const cache = (): OnlineCache => new OnlineCache();
  const options = (more: Partial<OnlineOptions> = {}): OnlineOptions => ({
    network: { allowPrivateAddresses: true },
    cache: cache(),
    timeout: 2000,
    ...more,
  });

  before(async () => {
    ca = await site();
    pki = makePki(ca.url);
  });
  beforeEach(() => {
    ca.answers.clear();
    ca.asked.length = 0;
    for (const name of ['a', 'b']) ca.answers.set(`/${name}`, send(derOf(pki, name)));
  });
  after(closeServers);

  const anchors = () => createTrustAnchors([{ store: 'user', certificates: [derOf(pki, 'root')] }]);

  function fetchFor(
    names: readonly string[],
    more: Partial<OnlineOptions> = {},
    before = NOTHING_FETCHED,
  ): Promise<FetchedIssuers> {
    const [leaf, ...intermediates] = names.map((name) => certificateOf(pki, name));
    assert.ok(leaf);
    const wanted = ({ certificates }: FetchedIssuers): Certificate | undefined => {
      const fetched = certificates.map(({ der }) => parseCertificate(der));
      return wantedIssuerOf(buildPath(leaf, { intermediates, fetched, anchors: anchors(), time: Date.now() }));
    };
    return fetchIssuers(wanted, before, options(more));
  }

  const namesOf = ({ certificates }: FetchedIssuers): readonly string[] =>
    certificates.map(
      ({ der }) => ['root', 'a', 'b'].find((name) => Buffer.compare(derOf(pki, name), der) === 0) ?? 'another',
    );

  it('follows the addresses upwards to a trusted root, and asks for nothing more', async () => {
    const fetched = await fetchFor(['leaf']);
    assert.deepEqual(namesOf(fetched), ['b', 'a']);
    assert.deepEqual(
      fetched.certificates.map(({ url }) => url),
      [`${ca.url}/b`, `${ca.url}/a`],
    );
    assert.deepEqual(ca.asked, ['GET /b', 'GET /a']);
    assert.deepEqual(fetched.failures, []);
  });

  it('asks for nothing where nothing is missing', async () => {
    assert.deepEqual(await fetchFor(['leaf', 'a', 'b']), NOTHING_FETCHED);
    assert.deepEqual(ca.asked, []);
  });

  it('gets the right one where another of its name is in the file', async () => {
    ca.answers.set('/a', send(derOf(pki, 'a')));
    assert.deepEqual(namesOf(await fetchFor(['leaf', 'b', 'namesake'])), ['a']);
  });

  it('sends the address and nothing that tells who asks', async () => {
    let headers: http.IncomingHttpHeaders = {};
    ca.answers.set('/b', (request, response) => {
      ({ headers } = request);
      response.end(derOf(pki, 'b'));
    });
    await fetchFor(['leaf']);
    assert.deepEqual(Object.keys(headers).sort(), ['accept-encoding', 'connection', 'host']);
  });

  for (const [what, body] of [
    ['PEM', () => pki.read('b.pem')],
    ['a P7B of one', () => pki.read('one.p7b')],
    ['PEM after text', () => Buffer.concat([Buffer.from('CA bundle\n'), pki.read('b.pem')])],
  ] as const)
    it(`reads ${what}`, async () => {
      ca.answers.set('/b', send(body()));
      assert.deepEqual(namesOf(await fetchFor(['leaf'])), ['b', 'a']);
    });

  it('takes all of the chain that a P7B holds', async () => {
    ca.answers.set('/b', send(pki.read('both.p7b')));
    assert.deepEqual(namesOf(await fetchFor(['leaf'])), ['b', 'a']);
    assert.deepEqual(ca.asked, ['GET /b']);
  });

  it('goes on to the next address where one fails', async () => {
    const fetched = await fetchFor(['two']);
    assert.deepEqual(namesOf(fetched), ['b', 'a']);
    assert.deepEqual(fetched.failures, [{ url: `${ca.url}/first`, problem: 'status' }]);
  });

  const failures: readonly [what: string, answer: http.RequestListener, problem: string][] = [
    ['garbage', send(Buffer.from('<html>Please log in</html>')), 'unreadable'],
    ['nothing', send(new Uint8Array(0)), 'unreadable'],
    ['a certificate of somebody else', (_, response) => response.end(derOf(pki, 'root')), 'otherIssuer'],
    [
      'an older certificate of the CA, with another key',
      (_, response) => response.end(derOf(pki, 'oldB')),
      'otherIssuer',
    ],
    ['the certificate itself', (_, response) => response.end(derOf(pki, 'leaf')), 'otherIssuer'],
    ['more than 1 MiB', send(new Uint8Array(2 ** 20 + 1)), 'tooLarge'],
    ['a redirect to itself', (_, response) => response.writeHead(302, { Location: '/b' }).end(), 'tooManyRedirects'],
    [
      'a redirect to a file',
      (_, response) => response.writeHead(302, { Location: 'file:///etc/passwd' }).end(),
      'badUrl',
    ],
    ['an error', (_, response) => response.writeHead(500).end(), 'status'],
    ['a reset', ({ socket }) => reset(socket), 'reset'],
  ];
  for (const [what, answer, problem] of failures)
    it(`finds ${what} to be ${problem}`, async () => {
      ca.answers.set('/b', answer);
      assert.deepEqual(await fetchFor(['leaf']), { certificates: [], failures: [{ url: `${ca.url}/b`, problem }] });
    });

  it('waits no longer than it may, for an answer that never comes and for one that never ends', async () => {
    for (const answer of [
      () => undefined,
      (_: http.IncomingMessage, response: http.ServerResponse) => void response.write('0'),
    ]) {
      ca.answers.set('/b', answer);
      const { failures: failed } = await fetchFor(['leaf'], { timeout: 100 });
      assert.deepEqual(failed, [{ url: `${ca.url}/b`, problem: 'timeout' }]);
    }
  });

  it('follows three redirects', async () => {
    const redirect =
      (to: string): http.RequestListener =>
      (_, response) =>
        void response.writeHead(302, { Location: to }).end();
    ca.answers.set('/b', redirect('/1'));
    ca.answers.set('/1', redirect('/2'));
    ca.answers.set('/2', redirect('/3'));
    ca.answers.set('/3', send(derOf(pki, 'b')));
    assert.deepEqual(namesOf(await fetchFor(['leaf'])), ['b', 'a']);
  });

  it('asks no server in a private network unless that is allowed', async () => {
    const fetched = await fetchFor(['leaf'], { network: { allowPrivateAddresses: false } });
    assert.deepEqual(fetched.failures, [{ url: `${ca.url}/b`, problem: 'addressForbidden' }]);
    assert.deepEqual(ca.asked, []);
  });

  it('asks web addresses only', async () => {
    assert.deepEqual(await fetchFor(['ldap']), NOTHING_FETCHED);
  });

  it('keeps what it has found, and looks at it again', async () => {
    const kept = cache();
    await fetchFor(['leaf'], { cache: kept });
    ca.answers.clear();
    assert.deepEqual(namesOf(await fetchFor(['leaf'], { cache: kept })), ['b', 'a']);
    assert.deepEqual(ca.asked, ['GET /b', 'GET /a']);
    kept.keepCertificates(`${ca.url}/b`, [derOf(pki, 'root')]);
    const { failures: failed } = await fetchFor(['leaf'], { cache: kept });
    assert.deepEqual(failed, [{ url: `${ca.url}/b`, problem: 'status' }]);
  });

  it('goes on from what was fetched before', async () => {
    const before = { certificates: [{ der: derOf(pki, 'b'), url: 'http://earlier.example/b' }], failures: [] };
    assert.deepEqual(namesOf(await fetchFor(['leaf'], {}, before)), ['b', 'a']);
    assert.deepEqual(ca.asked, ['GET /a']);
  });

  it('ends a chain that never ends', async () => {
    const names = Array.from({ length: 14 }, (_, i) => `n${i}`);
    let issuer: string | undefined;
    for (const name of [...names].reverse()) {
      const address = `authorityInfoAccess=caIssuers;URI:${ca.url}/n${Number(name.slice(1)) + 1}`;
      const extensions = [...CA_EXTENSIONS, address];
      pki.certificate(name, { subject: `/CN=${name}`, days: 90, key: P256, extensions, ...(issuer && { issuer }) });
      ca.answers.set(`/${name}`, send(fs.readFileSync(pki.path(`${name}.pem`))));
      issuer = name;
    }
    const fetched = await fetchFor(['n0']);
    assert.equal(fetched.certificates.length, 10);
    assert.equal(ca.asked.length, 10);
  });

  it('stops when it is cancelled', async () => {
    const controller = new AbortController();
    ca.answers.set('/b', () => controller.abort());
    await assert.rejects(
      fetchFor(['leaf'], { signal: controller.signal }),
      (error) => error instanceof NetError && error.code === 'cancelled',
    );
  });
});
