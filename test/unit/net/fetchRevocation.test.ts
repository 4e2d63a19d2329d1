import assert from 'node:assert/strict';
import * as http from 'node:http';
import type { RevocationEvidence } from '../../../src/core/revocation/evidence.ts';
import type { Revocation } from '../../../src/core/revocation/revocation.ts';
import { revocationOf } from '../../../src/core/revocation/revocationOf.ts';
import { buildPath } from '../../../src/core/x509/buildPath.ts';
import type { Path } from '../../../src/core/x509/path.ts';
import { createTrustAnchors } from '../../../src/core/x509/trustAnchors.ts';
import { fetchRevocation } from '../../../src/net/fetchRevocation.ts';
import type { OnlineOptions } from '../../../src/net/online.ts';
import { OnlineCache } from '../../../src/net/onlineCache.ts';
import { certificateOf, crlOf, derOf, ocspAnswer, P256, temporaryPki, writeIndex } from '../../fixtures/ocspFiles.ts';
import { freePort, startResponder, stopResponders } from '../../fixtures/ocspResponder.ts';
import { CA_EXTENSIONS, type OpensslFolder, serverExtensions } from '../../fixtures/openssl.ts';
import { closeServers, listen } from '../../fixtures/servers.ts';

const REVOKED_AT = new Date('2026-03-04T05:06:07Z');
const RESPONDER = { index: 'index', ca: 'issuing', signer: 'delegate', options: ['-ndays', '2'] };

function makePki(ocsp: string, web: string): OpensslFolder {
  const pki = temporaryPki();
  const authority = { key: P256, days: 900 };
  pki.certificate('root', { ...authority, subject: '/CN=Asked Root', extensions: CA_EXTENSIONS });
  const listed = `crlDistributionPoints=URI:${web}/root.crl`;
  const issuing = { ...authority, subject: '/CN=Asked Issuing', issuer: 'root' };
  pki.certificate('issuing', { ...issuing, extensions: [...CA_EXTENSIONS, listed] });
  const leaf = { subject: '/CN=apps.acme.com', days: 90, key: P256, issuer: 'issuing' };
  const named = serverExtensions('apps.acme.com');
  const byOcsp = `authorityInfoAccess=OCSP;URI:${ocsp}`;
  const byCrl = `crlDistributionPoints=URI:${web}/issuing.crl`;
  const byWeb = `authorityInfoAccess=OCSP;URI:${web}/ocsp`;
  for (const name of ['leaf', 'revoked']) pki.certificate(name, { ...leaf, extensions: [...named, byOcsp, byCrl] });
  for (const name of ['listed', 'listedRevoked']) pki.certificate(name, { ...leaf, extensions: [...named, byCrl] });
  pki.certificate('odd', { ...leaf, extensions: [...named, byWeb] });
  pki.certificate('silent', { ...leaf, extensions: named });
  const usage = (purpose: string): string[] => ['keyUsage=critical,digitalSignature', `extendedKeyUsage=${purpose}`];
  pki.certificate('delegate', { ...leaf, subject: '/CN=Signer', extensions: usage('OCSPSigning') });
  pki.certificate('impostor', { ...leaf, subject: '/CN=Signer', extensions: usage('serverAuth') });
  const names = ['leaf', 'revoked', 'listed', 'listedRevoked', 'odd'];
  const revoked = { at: REVOKED_AT, reason: 'superseded' };
  writeIndex(pki, 'index', names, { revoked, listedRevoked: revoked });
  writeIndex(pki, 'rootIndex', ['issuing']);
  return pki;
}

describe('asking for revocation', function () {
  this.timeout(60_000);
  let pki: OpensslFolder;
  let port: number;
  let web: string;
  let ocsp: string;
  const asked: string[] = [];
  const answers = new Map<string, http.RequestListener>();
  const send =
    (body: Uint8Array): http.RequestListener =>
    (_, response) =>
      response.end(body);

  before(async () => {
    port = await freePort();
    const server = await listen(
      http.createServer((request, response) => {
        asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
        const path = (request.url ?? '').replace(/^(\/ocsp).*/, '$1');
        const answer = answers.get(path) ?? ((_, missing) => missing.writeHead(404).end());
        answer(request, response);
      }),
    );
    ocsp = `http://127.0.0.1:${port}/`;
    web = `http://127.0.0.1:${server.port}`;
    pki = makePki(ocsp, web);
  });
  beforeEach(() => {
    asked.length = 0;
    answers.clear();
    answers.set('/issuing.crl', send(crlOf(pki, 'issuing', { index: 'index' })));
    answers.set('/root.crl', send(crlOf(pki, 'root', { index: 'rootIndex' })));
  });
  after(() => {
    closeServers();
    stopResponders();
  });

  function pathOf(leaf: string): Path {
    const anchors = createTrustAnchors([{ store: 'user', certificates: [derOf(pki, 'root')] }]);
    const intermediates = [certificateOf(pki, 'issuing')];
    return buildPath(certificateOf(pki, leaf), { intermediates, anchors, time: Date.now() });
  }

  function ask(leaf: string, more: Partial<OnlineOptions> = {}): Promise<readonly RevocationEvidence[]> {
    const network = { allowPrivateAddresses: true };
    return fetchRevocation(pathOf(leaf), Date.now(), { network, cache: new OnlineCache(), timeout: 2000, ...more });
  }

  async function verdicts(leaf: string, more: Partial<OnlineOptions> = {}): Promise<readonly Revocation[]> {
    return revocationOf(pathOf(leaf), await ask(leaf, more), Date.now());
  }

  /** The leaf's: status, how it was found out, and what went wrong on the way. */
  async function leafOf(leaf: string, more: Partial<OnlineOptions> = {}): Promise<string> {
    const [revocation] = await verdicts(leaf, more);
    if (!revocation || revocation.status === 'notChecked') return revocation?.why ?? 'none';
    if (revocation.status !== 'unknown') return `${revocation.status} by ${revocation.kind}`;
    return revocation.failures.map(({ kind, problem }) => `${kind} ${problem}`).join(', ');
  }

  async function answering<T>(options: Partial<typeof RESPONDER>, work: () => Promise<T>): Promise<T> {
    const stop = await startResponder(pki, port, { ...RESPONDER, ...options });
    try {
      return await work();
    } finally {
      await stop();
    }
  }

  it('asks an OCSP responder for the leaf, and takes the list for the intermediate', async () => {
    const [leaf, issuing, root] = await answering({}, () => verdicts('leaf'));
    assert.ok(leaf?.status === 'good' && issuing?.status === 'good');
    assert.deepEqual([leaf.kind, leaf.url, leaf.prepared], ['ocsp', ocsp, false]);
    assert.deepEqual([issuing.kind, issuing.url], ['crl', `${web}/root.crl`]);
    assert.deepEqual(root, { status: 'notChecked', why: 'anchor' });
    assert.deepEqual(asked, ['GET /root.crl']);
  });

  it('learns that a certificate is revoked', async () => {
    const [revoked] = await answering({}, () => verdicts('revoked'));
    assert.ok(revoked?.status === 'revoked');
    assert.deepEqual([revoked.at, revoked.reason, revoked.kind], [REVOKED_AT.getTime(), 4, 'ocsp']);
  });

  it('learns it from the list, where there is no OCSP address or nobody answers there', async () => {
    assert.equal(await leafOf('listed'), 'good by crl');
    assert.equal(await leafOf('listedRevoked'), 'revoked by crl');
    assert.equal(await leafOf('leaf'), 'good by crl');
    assert.equal(await leafOf('revoked'), 'revoked by crl');
  });

  it('does not believe a responder that was not asked to answer, and takes the list', async () => {
    answers.delete('/issuing.crl');
    const failures = await answering({ signer: 'impostor' }, () => leafOf('leaf'));
    assert.equal(failures, 'ocsp responderNotAuthorised, crl status');
    answers.set('/issuing.crl', send(crlOf(pki, 'issuing', { index: 'index' })));
    assert.equal(await answering({ signer: 'impostor' }, () => leafOf('revoked')), 'revoked by crl');
  });

  it('knows nothing where nobody answers, and never says good', async () => {
    answers.clear();
    assert.equal(await leafOf('leaf'), 'ocsp refused, crl status');
    const lists: readonly [string, http.RequestListener][] = [
      ['tooLarge', send(new Uint8Array(2 ** 20 + 1))],
      ['malformed', send(Buffer.from('<html>'))],
      ['otherIssuer', send(crlOf(pki, 'root', { index: 'rootIndex' }))],
      ['timeout', () => undefined],
      ['reset', ({ socket }) => void socket.destroy()],
    ];
    for (const [problem, answer] of lists) {
      answers.set('/issuing.crl', answer);
      assert.equal(await leafOf('listed', { timeout: 300 }), `crl ${problem}`);
    }
    const old = ['-crl_lastupdate', '20260101000000Z', '-crl_nextupdate', '20260108000000Z'];
    answers.set('/issuing.crl', send(crlOf(pki, 'issuing', { index: 'index', options: old })));
    assert.equal(await leafOf('listed'), 'crl outdated');
    assert.equal(await leafOf('silent'), 'noAddress');
  });

  it('asks no server in a private network unless that is allowed', async () => {
    const network = { allowPrivateAddresses: false };
    await answering({}, async () =>
      assert.equal(await leafOf('leaf', { network }), 'ocsp addressForbidden, crl addressForbidden'),
    );
    assert.deepEqual(asked, []);
  });

  it('keeps what is good until the next answer is due', async () => {
    const cache = new OnlineCache();
    const first = await answering({ options: ['-ndays', '2', '-nrequest', '1'] }, () => ask('leaf', { cache }));
    assert.equal(first.length, 2);
    asked.length = 0;
    assert.equal(await leafOf('leaf', { cache }), 'good by ocsp');
    assert.deepEqual(asked, []);
    const network = { allowPrivateAddresses: true };
    const later = await fetchRevocation(pathOf('leaf'), Date.now() + 3 * 86_400_000, { network, cache });
    assert.ok(later.some((item) => item.kind === 'ocsp' && 'problem' in item && item.problem === 'refused'));
  });

  it('keeps no failure and no answer that it does not believe', async () => {
    const cache = new OnlineCache();
    answers.delete('/issuing.crl');
    assert.equal(
      await answering({ signer: 'impostor' }, () => leafOf('leaf', { cache })),
      'ocsp responderNotAuthorised, crl status',
    );
    assert.equal(await answering({}, () => leafOf('leaf', { cache })), 'good by ocsp');
  });

  it('asks by GET where a server takes no POST', async () => {
    const types: (string | undefined)[] = [];
    answers.set('/ocsp', ({ method, url = '', headers }, response) => {
      types.push(headers['content-type']);
      if (method === 'POST') return void response.writeHead(405).end();
      const request = Buffer.from(decodeURIComponent(url.replace('/ocsp/', '')), 'base64');
      response.end(ocspAnswer(pki, Uint8Array.from(request), RESPONDER));
    });
    assert.equal(await leafOf('odd'), 'good by ocsp');
    assert.deepEqual(types, ['application/ocsp-request', undefined]);
  });

  it('tells what a responder says instead of an answer', async () => {
    answers.set('/ocsp', send(Uint8Array.of(0x30, 3, 0x0a, 1, 3)));
    assert.equal(await leafOf('odd'), 'ocsp tryLater');
    answers.set('/ocsp', (_, response) => response.writeHead(503).end());
    assert.equal(await leafOf('odd'), 'ocsp status');
  });

  it('takes an answer that was prepared for all, and refuses one that was made for another question', async () => {
    const request = (nonce: string) => ['-issuer', 'issuing.pem', '-cert', 'odd.pem', nonce, '-reqout', 'theirs.der'];
    pki.run('ocsp', ...request('-no_nonce'));
    answers.set('/ocsp', send(ocspAnswer(pki, pki.read('theirs.der'), RESPONDER)));
    const [prepared] = await verdicts('odd');
    assert.ok(prepared?.status === 'good' && prepared.prepared);
    pki.run('ocsp', ...request('-nonce'));
    answers.set('/ocsp', send(ocspAnswer(pki, pki.read('theirs.der'), RESPONDER)));
    assert.equal(await leafOf('odd'), 'ocsp wrongNonce');
  });
});
