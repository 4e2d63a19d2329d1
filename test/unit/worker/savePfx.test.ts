import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { PfxError } from '../../../src/core/pkcs12/errors.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { readCertificates } from '../../../src/core/x509/certificateFiles.ts';
import { judgeOpened, open } from '../../../src/worker/engine.ts';
import type { Refused } from '../../../src/worker/messages.ts';
import { buildPfx, checkParts } from '../../../src/worker/buildPfx.ts';
import { savePfx } from '../../../src/worker/savePfx.ts';
import type { WrittenForm } from '../../../src/worker/writtenForms.ts';
import { openssl3Form, writePfx } from '../../../src/core/pkcs12/writer.ts';
import type { OpensslFolder } from '../../fixtures/openssl.ts';
import { PASSWORD, samplePki } from '../../fixtures/samplePki.ts';

describe('PFX files that are written anew', function () {
  this.timeout(120_000);
  let pki: OpensslFolder;
  let root: readonly Uint8Array[];
  before(async () => {
    pki = await samplePki();
    root = readCertificates(pki.read('root.pem'));
  });

  const report = async (bytes: Uint8Array, password = PASSWORD): Promise<Report> =>
    judgeOpened({
      opened: await open({ bytes, password }),
      file: { name: 'x.pfx', size: bytes.length },
      environments: [],
      environment: null,
      trust: { defaults: false, user: root },
      time: Date.now(),
      expiryWarningDays: 30,
    });
  const save = async (bytes: Uint8Array, form: WrittenForm = 'aes256', trust = root): Promise<Uint8Array> => {
    const request = { open: { bytes, password: PASSWORD }, form, trust: { defaults: false, user: trust } };
    return (await savePfx({ ...request, time: Date.now() })).bytes;
  };
  const actionOf = ({ findings }: Report, code: string): string | undefined =>
    findings.find((finding) => finding.code === code)?.action;
  /** What openssl reads: names in order, and that the key is there. */
  const seenByOpenssl = (bytes: Uint8Array, password = PASSWORD, ...options: string[]): readonly string[] => {
    fs.writeFileSync(pki.path('seen.pfx'), bytes);
    const args = ['pkcs12', '-in', pki.path('seen.pfx'), '-passin', `pass:${password}`, '-nodes', ...options];
    const text = execFileSync('openssl', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return [...text.matchAll(/^subject=(.*)$|BEGIN (PRIVATE KEY)/gm)].map(([, subject, key]) => subject ?? key ?? '');
  };
  const WHOLE = [
    'CN = *.acme.example',
    'O = Acme, CN = Acme Test Issuing CA',
    'O = Acme, CN = Acme Test Root',
    'PRIVATE KEY',
  ];

  it('get the root that only a store has, and the finding offers it', async () => {
    const before = await report(pki.read('noRoot.pfx'));
    assert.equal(actionOf(before, 'chain.rootMissing'), 'saveComplete');
    const bytes = await save(pki.read('noRoot.pfx'));
    assert.deepEqual(seenByOpenssl(bytes), WHOLE);
    const after = await report(bytes);
    assert.deepEqual(
      after.findings.map(({ code }) => code).filter((code) => code.startsWith('chain.')),
      ['chain.privateAuthority'],
    );
  });

  it('get what was fetched', async () => {
    const der = readCertificates(pki.read('intermediate.pem'))[0];
    assert.ok(der);
    const { bytes, complete } = await savePfx({
      open: { bytes: pki.read('leafOnly.pfx'), password: PASSWORD },
      form: 'aes256',
      trust: { defaults: false, user: root },
      time: Date.now(),
      fetched: { certificates: [{ der, url: 'http://ca.acme.example/ca.der' }], failures: [] },
    });
    assert.equal(complete, true);
    assert.deepEqual(seenByOpenssl(bytes), WHOLE);
  });

  it('are put in order, without strangers', async () => {
    assert.equal(actionOf(await report(pki.read('wrongOrder.pfx')), 'chain.wrongOrder'), 'saveAgain');
    assert.deepEqual(seenByOpenssl(await save(pki.read('wrongOrder.pfx'))), WHOLE);
    assert.deepEqual(seenByOpenssl(await save(pki.read('stray.pfx'))), WHOLE);
  });

  it('change their form, and keep name and password', async () => {
    const old = await save(pki.read('good.pfx'), 'tripleDes');
    const { file } = await report(old);
    assert.equal(file.mac?.name, 'HMAC-SHA-1');
    assert.ok([...file.keyEncryption, ...file.certificateEncryption].every(({ cipher }) => cipher === '3des'));
    assert.deepEqual(
      file.bags.map(({ friendlyName }) => friendlyName),
      ['acme wildcard', undefined, undefined, 'acme wildcard'],
    );
    assert.deepEqual(seenByOpenssl(old), WHOLE);
    const legacy = await report(pki.read('legacy.pfx'));
    assert.equal(actionOf(legacy, 'file.rc2Encryption'), 'saveAgain');
    const { file: modern, findings } = await report(await save(pki.read('legacy.pfx')));
    assert.ok(modern.keyEncryption.every(({ cipher }) => cipher === 'aes-256'));
    assert.ok(!findings.some(({ code }) => code === 'file.rc2Encryption'));
  });

  it('are offered only where they can be had', async () => {
    const incomplete = await report(pki.read('leafOnly.pfx'));
    assert.ok(incomplete.findings.every(({ action }) => action !== 'saveComplete'));
    for (const name of ['noKey.pfx', 'mismatch.pfx']) {
      const { findings } = await report(pki.read(name));
      assert.ok(
        findings.every(({ action }) => !action?.startsWith('save')),
        name,
      );
    }
  });

  it('are not written with another password', async () => {
    const request = { bytes: pki.read('good.pfx'), password: 'another' };
    const saving = savePfx({ open: request, form: 'aes256', trust: { defaults: false, user: [] }, time: Date.now() });
    await assert.rejects(saving, (error) => error instanceof PfxError && error.code === 'passwordWrong');
  });

  describe('from a certificate and a key', () => {
    const part = (name: string): { name: string; bytes: Uint8Array } => ({ name, bytes: pki.read(name) });
    const build = async (names: readonly string[], keyPassword?: string) =>
      buildPfx({
        files: names.map(part),
        keyPassword,
        password: 'new password',
        form: 'aes256',
        trust: { defaults: false, user: root },
        time: Date.now(),
      });
    const refused = async (names: readonly string[], keyPassword?: string): Promise<Refused> => {
      const seen = await checkParts({ files: names.map(part), keyPassword });
      assert.ok(seen.kind === 'refused', JSON.stringify(seen));
      return seen;
    };

    it('in order, with the root of a store, whatever the order of the files', async () => {
      const built = await build(['leaf.key', 'intermediate.pem', 'leaf.pem']);
      assert.ok(built.kind === 'built');
      assert.equal(built.complete, true);
      assert.deepEqual(seenByOpenssl(built.bytes, 'new password'), WHOLE);
      assert.deepEqual(await checkParts({ files: [part('leaf.pem'), part('leaf.key')] }), {
        kind: 'sound',
        name: '*.acme.example',
        key: 'RSA 2048',
      });
    });

    it('from a P7B, DER and an encrypted key', async () => {
      pki.run('crl2pkcs7', '-nocrl', '-certfile', 'intermediate.pem', '-certfile', 'leaf.pem', '-out', 'chain.p7b');
      const encrypted = ['-topk8', '-in', 'leaf.key', '-passout', 'pass:kéy', '-out', 'encrypted.key'];
      pki.run('pkcs8', ...encrypted);
      assert.equal((await refused(['chain.p7b', 'encrypted.key'])).code, 'keyPasswordMissing');
      assert.equal((await refused(['chain.p7b', 'encrypted.key'], 'x')).code, 'keyPasswordWrong');
      const built = await build(['chain.p7b', 'encrypted.key'], 'kéy');
      assert.ok(built.kind === 'built');
      assert.deepEqual(seenByOpenssl(built.bytes, 'new password'), WHOLE);
    });

    it('even where the chain is not to be had', async () => {
      const built = await build(['leaf.pem', 'leaf.key']);
      assert.ok(built.kind === 'built');
      assert.equal(built.complete, false);
      assert.deepEqual(seenByOpenssl(built.bytes, 'new password'), [WHOLE[0], 'PRIVATE KEY']);
    });

    it('not from what does not belong together, and says what is what', async () => {
      const { code, problem } = await refused(['leaf.pem', 'intermediate.pem', 'ec.key']);
      assert.equal(code, 'mismatch');
      assert.match(problem.detail, /The key \(EC P-256\) is not the one.*: \*\.acme\.example \(RSA 2048\)\./);
    });

    it('says what is missing, or what a file is instead', async () => {
      assert.equal((await refused(['leaf.pem'])).code, 'noKey');
      assert.equal((await refused(['leaf.key'])).code, 'noCertificate');
      const pfx = await refused(['good.pfx', 'leaf.key']);
      assert.deepEqual([pfx.code, pfx.problem.title], ['otherFile', 'good.pfx is a PFX already']);
      const csr = await refused(['leaf.csr', 'leaf.key']);
      assert.equal(csr.problem.title, 'leaf.csr holds neither a certificate nor a private key');
      assert.match(csr.problem.detail, /certificate request/);
      fs.writeFileSync(pki.path('cut.pem'), fs.readFileSync(pki.path('leaf.pem')).subarray(0, 300));
      assert.equal((await refused(['cut.pem', 'leaf.key'])).code, 'damagedCertificate');
      fs.writeFileSync(pki.path('cut.key'), fs.readFileSync(pki.path('leaf.key')).subarray(0, 300));
      assert.equal((await refused(['leaf.pem', 'cut.key'])).code, 'keyUnusable');
    });

    it('of two certificates of one key the one that lasts longer', async () => {
      fs.copyFileSync(pki.path('leaf.key'), pki.path('shorter.key'));
      pki.certificate('shorter', { subject: '/CN=old.acme.example', days: 20, extensions: [], issuer: 'intermediate' });
      const seen = await checkParts({ files: ['shorter.pem', 'leaf.pem', 'leaf.key'].map(part) });
      assert.equal(seen.kind === 'sound' && seen.name, '*.acme.example');
    });
  });

  it('a key of another password is opened with it and written under the file’s own', async () => {
    const { safesOf, pfxOfSafes } = await import('../../fixtures/splicePfx.ts');
    const [der] = readCertificates(pki.read('leaf.pem'));
    assert.ok(der);
    pki.pfx('otherKey', 'leaf', [], 'key password');
    const [, key] = safesOf(pki.read('otherKey.pfx'));
    const [certificates] = safesOf(await writePfx({ certificates: [{ der }] }, PASSWORD, openssl3Form));
    assert.ok(key && certificates);
    const bytes = pfxOfSafes(certificates, key);
    const saved = await savePfx({
      open: { bytes, password: PASSWORD, keyPasswords: ['key password'] },
      form: 'aes256',
      trust: { defaults: false, user: [] },
      time: Date.now(),
    });
    assert.deepEqual(seenByOpenssl(saved.bytes), [WHOLE[0], 'PRIVATE KEY']);
  });
});
