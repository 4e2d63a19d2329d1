import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import * as fs from 'node:fs';
import { openssl3Form, writePfx } from '../../../../src/core/pkcs12/writer.ts';
import { completeChain } from '../../../../src/core/report/completeChain.ts';
import { buildPath } from '../../../../src/core/x509/buildPath.ts';
import type { Certificate } from '../../../../src/core/x509/certificate.ts';
import { createTrustAnchors } from '../../../../src/core/x509/trustAnchors.ts';
import { certificateOf, P256, temporaryPki } from '../../../fixtures/ocspFiles.ts';
import { CA_EXTENSIONS, type OpensslFolder, serverExtensions } from '../../../fixtures/openssl.ts';

function makePki(): OpensslFolder {
  const pki = temporaryPki();
  const authority = { extensions: CA_EXTENSIONS, key: P256, days: 900 };
  pki.certificate('root', { ...authority, subject: '/CN=Whole Root' });
  pki.certificate('a', { ...authority, subject: '/CN=Whole A', issuer: 'root' });
  pki.certificate('b', { ...authority, subject: '/CN=Whole B', issuer: 'a' });
  pki.certificate('oldB', { ...authority, subject: '/CN=Whole B', issuer: 'a' });
  pki.certificate('stray', { ...authority, subject: '/CN=Stray' });
  const extensions = serverExtensions('apps.acme.com');
  pki.certificate('leaf', { subject: '/CN=apps.acme.com', days: 90, key: P256, issuer: 'b', extensions });
  return pki;
}

describe('the complete chain', function () {
  this.timeout(60_000);
  let pki: OpensslFolder;
  before(() => void (pki = makePki()));

  interface Given {
    readonly file?: readonly string[];
    readonly fetched?: readonly string[];
    readonly trusted?: readonly string[];
  }

  function chain({ file = [], fetched = [], trusted = ['root'] }: Given): {
    names: string[];
    complete: boolean;
    certificates: readonly Certificate[];
  } {
    const all = (names: readonly string[]): readonly Certificate[] => names.map((name) => certificateOf(pki, name));
    const anchors = createTrustAnchors([{ store: 'user', certificates: all(trusted).map(({ der }) => der) }]);
    const leaf = certificateOf(pki, 'leaf');
    const path = buildPath(leaf, {
      intermediates: all(['leaf', ...file]),
      fetched: all(fetched),
      anchors,
      time: Date.now(),
    });
    const { certificates, complete } = completeChain({ path, anchors });
    const names = certificates.map(({ subject }) => subject.attributes[0]?.value ?? '');
    return { names, complete, certificates };
  }

  const WHOLE = ['apps.acme.com', 'Whole B', 'Whole A', 'Whole Root'];
  const rows: readonly [what: string, given: Given, names: readonly string[], complete: boolean][] = [
    ['is put in order, without what does not belong', { file: ['stray', 'root', 'a', 'b'] }, WHOLE, true],
    ['takes the root from the trusted ones', { file: ['b', 'a'] }, WHOLE, true],
    ['takes intermediates that were fetched', { fetched: ['a', 'b'] }, WHOLE, true],
    ['takes both from where they are', { file: ['b'], fetched: ['a'] }, WHOLE, true],
    ['takes the true one of two of a name', { file: ['oldB', 'a'], fetched: ['b'] }, WHOLE, true],
    ['goes on above an intermediate that is trusted itself', { file: ['b'], trusted: ['a', 'root'] }, WHOLE, true],
    ['ends there, where the root is not at hand', { file: ['b'], trusted: ['a'] }, WHOLE.slice(0, 3), false],
    ['ends in a root that nobody trusts', { file: ['b', 'a', 'root'], trusted: [] }, WHOLE, true],
    ['ends where one is missing', { file: ['b', 'root'] }, WHOLE.slice(0, 2), false],
    ['ends before one that did not sign', { file: ['oldB', 'a', 'root'] }, WHOLE.slice(0, 1), false],
  ];
  for (const [what, given, names, complete] of rows)
    it(what, () => {
      const found = chain(given);
      assert.deepEqual([found.names, found.complete], [names, complete]);
    });

  it('is what OpenSSL finds in a PFX made of it', async () => {
    const pkcs8 = createPrivateKey(Buffer.from(pki.read('leaf.key'))).export({ type: 'pkcs8', format: 'der' });
    const { certificates } = chain({ file: ['root'], fetched: ['a', 'b'] });
    fs.writeFileSync(pki.path('whole.pfx'), await writePfx({ key: { pkcs8 }, certificates }, 'secret', openssl3Form));
    const read = ['pkcs12', '-in', pki.path('whole.pfx'), '-info', '-nokeys', '-passin', 'pass:secret'];
    const text = execFileSync('openssl', read, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    assert.deepEqual(
      [...text.matchAll(/^subject=(?:CN ?= ?)?(.*)$/gm)].map(([, name]) => name),
      WHOLE,
    );
    fs.writeFileSync(pki.path('chain.pem'), text);
    const verify = [
      'verify',
      '-CAfile',
      pki.path('root.pem'),
      '-untrusted',
      pki.path('chain.pem'),
      pki.path('chain.pem'),
    ];
    assert.match(execFileSync('openssl', verify, { encoding: 'utf8' }), /OK/);
  });
});
