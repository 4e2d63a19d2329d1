import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import * as fs from 'node:fs';
import * as http from 'node:http';
import * as https from 'node:https';
import * as path from 'node:path';
import type { Report } from '../../../src/core/report/report.ts';
import { crlOf, derOf, P256, temporaryPki, writeIndex } from '../../fixtures/ocspFiles.ts';
import { freePort, startResponder, stopResponders } from '../../fixtures/ocspResponder.ts';
import { CA_EXTENSIONS, type OpensslFolder, serverExtensions } from '../../fixtures/openssl.ts';
import { closeServers, listen } from '../../fixtures/servers.ts';

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

describe('the command line on the network', function () {
  this.timeout(60_000);
  let pki: OpensslFolder;
  let ocspPort: number;
  const asked: string[] = [];

  before(async () => {
    ocspPort = await freePort();
    const { port } = await listen(
      http.createServer(({ url = '' }, response) => {
        asked.push(url);
        if (url === '/issuing.cer') response.end(derOf(pki, 'issuing'));
        else if (url === '/root.crl') response.end(crlOf(pki, 'root', { index: 'rootIndex' }));
        else response.writeHead(404).end();
      }),
    );
    pki = temporaryPki();
    const authority = { key: P256, days: 900 };
    pki.certificate('root', { ...authority, subject: '/CN=Net Root', extensions: CA_EXTENSIONS });
    const issuing = [...CA_EXTENSIONS, `crlDistributionPoints=URI:http://127.0.0.1:${port}/root.crl`];
    pki.certificate('issuing', { ...authority, subject: '/CN=Net Issuing', issuer: 'root', extensions: issuing });
    const access = `authorityInfoAccess=OCSP;URI:http://127.0.0.1:${ocspPort},caIssuers;URI:http://127.0.0.1:${port}/issuing.cer`;
    const leaf = { days: 90, key: P256, issuer: 'issuing' };
    for (const name of ['leaf', 'revoked']) {
      const extensions = [...serverExtensions('apps.acme.com'), access];
      pki.certificate(name, { ...leaf, subject: '/CN=apps.acme.com', extensions });
      pki.pfx(name, name, ['root'], '');
    }
    pki.certificate('tls', {
      ...leaf,
      issuer: 'root',
      subject: '/CN=localhost',
      extensions: serverExtensions('localhost'),
    });
    const file = (name: string): Buffer => fs.readFileSync(pki.path(name));
    const secured = https.createServer({ key: file('tls.key'), cert: file('tls.pem') }, (_request, response) => {
      response.end(derOf(pki, 'issuing'));
    });
    const overTls = `authorityInfoAccess=caIssuers;URI:https://localhost:${(await listen(secured)).port}/issuing.cer`;
    const extensions = [...serverExtensions('apps.acme.com'), overTls];
    pki.certificate('overTls', { ...leaf, subject: '/CN=apps.acme.com', extensions });
    pki.pfx('overTls', 'overTls', ['root'], '');
    const revoked = { at: new Date('2026-03-04T05:06:07Z'), reason: 'superseded' };
    writeIndex(pki, 'index', ['leaf', 'revoked'], { revoked });
    writeIndex(pki, 'rootIndex', ['issuing']);
    await startResponder(pki, ocspPort, { index: 'index', ca: 'issuing', signer: 'issuing' });
  });
  beforeEach(() => void (asked.length = 0));
  after(() => {
    closeServers();
    stopResponders();
  });

  function check(name: string, ...options: readonly string[]): Promise<Run> {
    const own = ['check', pki.path(`${name}.pfx`), '--trust', pki.path('root.pem'), ...options];
    return new Promise((resolve) => {
      const child = execFile(process.execPath, [path.resolve('dist/cli.js'), ...own], (_error, stdout, stderr) =>
        resolve({ code: child.exitCode ?? -1, stdout, stderr }),
      );
    });
  }

  const json = async (name: string, ...options: readonly string[]): Promise<Report> =>
    JSON.parse((await check(name, '--json', ...options)).stdout) as Report;
  const HERE = '--allow-private-addresses';

  it('sends nothing without being told to', async () => {
    const { chain } = await json('leaf');
    assert.deepEqual(asked, []);
    assert.equal(chain.at(-1)?.kind, 'missing');
  });

  it('fetches what is missing', async () => {
    const { certificates, findings } = await json('leaf', '--fetch-issuers', HERE);
    assert.deepEqual(asked, ['/issuing.cer']);
    assert.deepEqual(
      certificates.map(({ name, source }) => [name, source]),
      [
        ['apps.acme.com', 'file'],
        ['Net Issuing', 'fetched'],
        ['Net Root', 'file'],
      ],
    );
    assert.ok(findings.some(({ code }) => code === 'chain.incompleteInFile'));
  });

  it('fetches from a server that only a CA named by --trust vouches for', async () => {
    const { chain } = await json('overTls', '--fetch-issuers', HERE);
    assert.deepEqual(
      chain.map(({ kind }) => kind),
      ['certificate', 'certificate', 'certificate'],
    );
  });

  it('asks for revocation with what was fetched', async () => {
    const { stdout } = await check('leaf', '--fetch-issuers', '--revocation', HERE);
    assert.match(stdout, / {2}ok {4}Revocation {4}apps\.acme\.com: Not revoked: 127\.0\.0\.1:\d+ says so/);
    assert.match(stdout, / {2}ok {4}Revocation {4}Net Issuing: Not revoked: it is not on the CA’s list/);
    const revoked = await check('revoked', '--fetch-issuers', '--revocation', HERE);
    assert.match(revoked.stdout, /error: “apps\.acme\.com” has been revoked by its CA {2}\[chain\.revoked\]/);
    assert.equal(revoked.code, 1);
  });

  it('asks nobody in a private network without being allowed to', async () => {
    const { findings } = await json('leaf', '--fetch-issuers', '--revocation');
    assert.deepEqual(asked, []);
    const missing = findings.find(({ code }) => code === 'chain.issuerMissing');
    assert.match(missing?.mend ?? '', /127\.0\.0\.1:\d+ leads into a private network, which is not allowed/);
  });

  it('refuses options that do not go together', async () => {
    for (const options of [[HERE], ['--revocation', '--at', '2026-06-01']]) {
      const { code, stderr } = await check('leaf', ...options);
      assert.equal(code, 2);
      assert.match(stderr, /goes with|exclude each other/);
    }
  });
});
