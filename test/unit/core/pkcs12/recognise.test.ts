import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { openPfx } from '../../../../src/core/pkcs12/open.ts';
import { recognise } from '../../../../src/core/pkcs12/recognise.ts';
import { pfxFiles } from '../../../fixtures/pfxFiles.ts';
import { refusal } from './refusal.ts';

describe('what is not a PFX', () => {
  let folder = '';
  const run = (program: string, ...args: readonly string[]): void => {
    execFileSync(program, args, { cwd: folder, stdio: 'pipe' });
  };
  const read = (name: string): Uint8Array => new Uint8Array(fs.readFileSync(path.join(folder, name)));

  before(function () {
    this.timeout(30_000);
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'not-pfx-'));
    run(
      'openssl',
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      'key.pem',
      '-out',
      'cert.pem',
      '-subj',
      '/CN=x',
    );
    run('openssl', 'x509', '-in', 'cert.pem', '-outform', 'DER', '-out', 'cert.der');
    run('openssl', 'crl2pkcs7', '-nocrl', '-certfile', 'cert.pem', '-outform', 'DER', '-out', 'p7b.der');
    run('openssl', 'crl2pkcs7', '-nocrl', '-certfile', 'cert.pem', '-out', 'p7b.pem');
    run('openssl', 'pkcs8', '-topk8', '-in', 'key.pem', '-nocrypt', '-outform', 'DER', '-out', 'pkcs8.der');
    run(
      'openssl',
      'pkcs8',
      '-topk8',
      '-in',
      'key.pem',
      '-passout',
      'pass:x',
      '-outform',
      'DER',
      '-out',
      'encrypted.der',
    );
    run('openssl', 'rsa', '-in', 'key.pem', '-traditional', '-outform', 'DER', '-out', 'pkcs1.der');
    run('openssl', 'req', '-new', '-key', 'key.pem', '-subj', '/CN=x', '-outform', 'DER', '-out', 'csr.der');
    run('openssl', 'req', '-new', '-key', 'key.pem', '-subj', '/CN=x', '-out', 'csr.pem');
    const store = [
      '-genkeypair',
      '-alias',
      'a',
      '-keyalg',
      'EC',
      '-dname',
      'CN=x',
      '-storepass',
      'changeit',
      '-keypass',
      'changeit',
    ];
    run('keytool', ...store, '-storetype', 'JKS', '-keystore', 'store.jks');
    run('keytool', ...store, '-storetype', 'JCEKS', '-keystore', 'store.jceks');
    fs.writeFileSync(path.join(folder, 'bundle.pem'), Buffer.concat([read('cert.pem'), read('key.pem')]));
    fs.writeFileSync(
      path.join(folder, 'utf16.pem'),
      `\ufeff${fs.readFileSync(path.join(folder, 'cert.pem'), 'utf8')}`,
      'utf16le',
    );
  });
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  const kinds = {
    'cert.pem': 'pemCertificate',
    'utf16.pem': 'pemCertificate',
    'key.pem': 'pemPrivateKey',
    'bundle.pem': 'pemBundle',
    'cert.der': 'derCertificate',
    'p7b.der': 'p7b',
    'p7b.pem': 'p7b',
    'pkcs8.der': 'pkcs8',
    'pkcs1.der': 'pkcs8',
    'encrypted.der': 'encryptedPkcs8',
    'csr.der': 'csr',
    'csr.pem': 'csr',
    'store.jks': 'jks',
    'store.jceks': 'jceks',
  } as const;
  for (const [name, kind] of Object.entries(kinds)) {
    it(`${name} is ${kind}`, async () => {
      assert.equal(recognise(read(name)), kind);
      const { code, detail } = await refusal(openPfx(read(name), 'x'));
      assert.deepEqual([code, detail.kind], ['notPfx', kind]);
    });
  }

  it('ZIP, text, other PEM, nothing and noise', () => {
    assert.equal(recognise(Buffer.from('PK\x03\x04\x14\0', 'latin1')), 'zip');
    assert.equal(recognise(Buffer.from('Dear support,\r\n')), 'text');
    assert.equal(recognise(Buffer.from('-----BEGIN PKCS12-----\nMII=\n')), 'pemOther');
    assert.equal(recognise(new Uint8Array(0)), 'empty');
    assert.equal(recognise(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0x10)), 'unknown');
    assert.equal(recognise(Uint8Array.of(0x30)), 'unknown');
  });

  it('every real PFX is one', async () => {
    for (const { name, bytes } of await pfxFiles()) assert.equal(recognise(bytes), 'pfx', name);
  });
});
