import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { gzipSync } from 'node:zlib';
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
    run('openssl', 'cms', '-encrypt', '-in', 'cert.pem', '-outform', 'DER', '-out', 'message.p7m', 'cert.pem');
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
    run('openssl', 'rsa', '-in', 'key.pem', '-traditional', '-out', 'pkcs1.pem');
    run('openssl', 'ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-outform', 'DER', '-out', 'sec1.der');
    run('openssl', 'pkey', '-in', 'key.pem', '-pubout', '-outform', 'DER', '-out', 'public.der');
    run('openssl', 'pkey', '-in', 'key.pem', '-pubout', '-out', 'public.pem');
    run('openssl', 'x509', '-req', '-in', 'csr.pem', '-signkey', 'key.pem', '-outform', 'DER', '-out', 'v1.der');
    fs.writeFileSync(path.join(folder, 'index.txt'), '');
    fs.writeFileSync(
      path.join(folder, 'ca.cnf'),
      '[ca]\ndefault_ca=a\n[a]\ndatabase=index.txt\ndefault_md=sha256\n[v2]\n',
    );
    const list = ['-gencrl', '-config', 'ca.cnf', '-keyfile', 'key.pem', '-cert', 'cert.pem', '-crldays', '1'];
    run('openssl', 'ca', ...list, '-out', 'crl1.pem');
    run('openssl', 'crl', '-in', 'crl1.pem', '-outform', 'DER', '-out', 'crl1.der');
    fs.appendFileSync(path.join(folder, 'ca.cnf'), 'authorityKeyIdentifier=keyid\n');
    run('openssl', 'ca', ...list, '-crlexts', 'v2', '-out', 'crl.pem');
    run('openssl', 'crl', '-in', 'crl.pem', '-outform', 'DER', '-out', 'crl.der');
    fs.writeFileSync(path.join(folder, 'ssh.pem'), '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA\n');
    run('openssl', 'pkcs12', '-export', '-inkey', 'key.pem', '-in', 'cert.pem', '-passout', 'pass:x', '-out', 'x.pfx');
    run('openssl', 'base64', '-in', 'x.pfx', '-out', 'pfx.txt');
    const base64 = fs.readFileSync(path.join(folder, 'pfx.txt'), 'latin1');
    // as `certutil -encode` of Windows writes it
    const encoded = `-----BEGIN CERTIFICATE-----\r\n${base64}-----END CERTIFICATE-----\r\n`;
    fs.writeFileSync(path.join(folder, 'pfx.pem'), encoded);
    const keyText = fs.readFileSync(path.join(folder, 'key.pem'), 'latin1');
    fs.writeFileSync(path.join(folder, 'utf16unmarked.pem'), keyText, 'utf16le');
    fs.writeFileSync(path.join(folder, 'utf16be.pem'), Buffer.from(`\ufeff${keyText}`, 'utf16le').swap16());
    const jwk = createPrivateKey(keyText).export({ format: 'jwk' });
    fs.writeFileSync(path.join(folder, 'key.jwk'), JSON.stringify(jwk));
    fs.writeFileSync(path.join(folder, 'tar.gz'), gzipSync('x'));
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
    'message.p7m': 'message',
    'pkcs8.der': 'pkcs8',
    'pkcs1.der': 'rsaKey',
    'pkcs1.pem': 'pemPrivateKey',
    'sec1.der': 'ecKey',
    'public.der': 'publicKey',
    'public.pem': 'publicKey',
    'v1.der': 'derCertificate',
    'crl.der': 'crl',
    'crl1.der': 'crl',
    'crl.pem': 'crl',
    'ssh.pem': 'openSshKey',
    'pfx.pem': 'textPfx',
    'pfx.txt': 'textPfx',
    'utf16be.pem': 'pemPrivateKey',
    'utf16unmarked.pem': 'pemPrivateKey',
    'key.jwk': 'json',
    'tar.gz': 'archive',
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
    assert.equal(recognise(Buffer.from('0 is a text too\r\n')), 'text');
    assert.equal(recognise(Buffer.from('\r\n<!DOCTYPE html>\n<html><body>Log in</body></html>')), 'html');
    assert.equal(recognise(Buffer.from('PuTTY-User-Key-File-3: ssh-ed25519\n')), 'puttyKey');
    assert.equal(recognise(Buffer.from('-----BEGIN PGP MESSAGE-----\n\nhQ==\n')), 'pgp');
    assert.equal(recognise(Buffer.from('-----BEGIN PKCS12-----\nMII=\n')), 'textPfx');
    assert.equal(recognise(Buffer.from('-----BEGIN DH PARAMETERS-----\nMII=\n')), 'pemOther');
    assert.equal(recognise(Buffer.from('0000000200000014', 'hex')), 'bks');
    // how a BCFKS of Bouncy Castle 1.72 begins, and the MAC behind its encrypted part
    const bcfks = Buffer.alloc(3672);
    bcfks.write('30820e5430820d9630819506092a864886f70d01050d308187306506092a864886f70d01050c', 'hex');
    bcfks.write('3081b7', 3486, 'hex');
    assert.equal(recognise(bcfks), 'bks');
    assert.equal(recognise(Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')), 'document');
    assert.equal(recognise(Buffer.from('d0cf11e0a1b11ae1', 'hex')), 'document');
    assert.equal(recognise(new Uint8Array(0)), 'empty');
    assert.equal(recognise(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0x10)), 'unknown');
    assert.equal(recognise(Uint8Array.of(0x30)), 'unknown');
  });

  it('a PFX that something was done to on its way', async () => {
    const bytes = Buffer.from(read('x.pfx'));
    const base64 = bytes.toString('base64');
    const texts = { quoted: `"${base64}"`, address: `data:application/x-pkcs12;base64,${base64}`, bare: base64 };
    for (const [what, text] of Object.entries(texts)) assert.equal(recognise(Buffer.from(text)), 'textPfx', what);
    const garbled = {
      'UTF-8 read and written': Buffer.from(bytes.toString('utf8')),
      'Latin-1 written as UTF-8': Buffer.from(bytes.toString('latin1')),
      'with a mark': Buffer.from(`\ufeff${bytes.toString('utf8')}`),
      'written as UTF-16': Buffer.from(`\ufeff${bytes.toString('latin1')}`, 'utf16le'),
    };
    for (const [what, damaged] of Object.entries(garbled)) assert.equal(recognise(damaged), 'garbledPfx', what);
    const before = ['\ufeff', '\r\n', 'HTTP/1.1 200 OK\r\nContent-Type: application/x-pkcs12\r\n\r\n'];
    for (const text of before) {
      assert.equal(recognise(Buffer.concat([Buffer.from(text), bytes])), 'prefixedPfx', JSON.stringify(text));
    }
    const lineEnds = Buffer.from(bytes.toString('latin1').replace(/\n/g, '\r\n'), 'latin1');
    assert.ok(lineEnds.length > bytes.length);
    const { code, detail } = await refusal(openPfx(lineEnds, 'x'));
    assert.deepEqual([code, detail.what], ['malformed', 'lineEnds']);
  });

  it('the first bytes of a PFX are a PFX that is cut off', async () => {
    const bytes = read('x.pfx');
    for (const length of [2, 4, 5, 6, 7, 10, 16, 20, 30, 100, bytes.length - 1]) {
      assert.equal((await refusal(openPfx(bytes.subarray(0, length), 'x'))).code, 'truncated', `${length} bytes`);
    }
  });

  it('every real PFX is one', async () => {
    for (const { name, bytes } of await pfxFiles()) assert.equal(recognise(bytes), 'pfx', name);
  });
});
