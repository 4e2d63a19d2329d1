import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import type { KeyBag, PfxContents } from '../../../../src/core/pkcs12/contents.ts';
import { openPfx } from '../../../../src/core/pkcs12/open.ts';
import { encryptedPrivateKeyPem, privateKeyPem } from '../../../../src/core/pkcs12/pem.ts';
import { certificatePem } from '../../../../src/core/x509/pem.ts';
import {
  openssl3Form,
  type PfxForm,
  rc2Form,
  windowsLegacyForm,
  writePfx,
} from '../../../../src/core/pkcs12/writer.ts';
import { type PfxFile, pfxFiles } from '../../../fixtures/pfxFiles.ts';

const forms: Readonly<Record<string, PfxForm>> = { openssl3Form, windowsLegacyForm, rc2Form };
const PASSWORD = 'pass-wörd';
const hex = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? new Uint8Array(0)).toString('hex');

describe('writing', () => {
  let folder = '';
  let files: readonly PfxFile[] = [];
  const parts = async (name: string): Promise<{ key: KeyBag; file: PfxFile; contents: PfxContents }> => {
    const file = files.find((candidate) => candidate.name === name);
    assert.ok(file, name);
    const contents = await openPfx(file.bytes, file.password);
    const key = contents.bags.find((bag): bag is KeyBag => bag.kind === 'key');
    assert.ok(key, name);
    return { key, file, contents };
  };
  const write = async (name: string, form: PfxForm, password = PASSWORD): Promise<string> => {
    const { key, file } = await parts(name);
    const certificates = file.certificates.map((der) => ({ der }));
    const written = await writePfx({ key, certificates, friendlyName: 'Zürich' }, password, form);
    const target = path.join(folder, `${name}.pfx`);
    fs.writeFileSync(target, written);
    return target;
  };
  const openssl = (...args: readonly string[]): string =>
    execFileSync('openssl', args, { encoding: 'utf8', stdio: 'pipe' });

  before(async function () {
    this.timeout(120_000);
    files = await pfxFiles();
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pfx-writer-'));
  });
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  for (const [formName, form] of Object.entries(forms)) {
    it(`${formName}: OpenSSL reads it`, async () => {
      const legacy = form === rc2Form ? ['-legacy'] : [];
      const target = await write('key-rsa', form);
      const text = openssl('pkcs12', '-in', target, ...legacy, '-passin', `pass:${PASSWORD}`, '-nodes');
      const { file } = await parts('key-rsa');
      const found = (text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []).map((pem) =>
        hex(new X509Certificate(pem).raw),
      );
      assert.deepEqual(found, file.certificates.map(hex));
      const key = /-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----/.exec(text)?.[0] ?? '';
      const spki = createPublicKey(createPrivateKey(key)).export({ format: 'der', type: 'spki' });
      assert.equal(hex(spki), hex(file.spki));
      assert.match(text, /friendlyName: Z.rich/);
      assert.equal(text.match(/localKeyID/g)?.length, 2);
    });
  }

  it('says of itself what it wrote', async () => {
    const target = await write('key-p256', rc2Form);
    const { structure, bags } = await openPfx(fs.readFileSync(target), PASSWORD);
    assert.deepEqual(
      structure.certificateEncryption.map(({ name }) => name),
      ['PBE-SHA1-RC2-40'],
    );
    assert.deepEqual(
      structure.keyEncryption.map(({ name }) => name),
      ['PBE-SHA1-3DES'],
    );
    assert.equal(structure.mac?.hash, 'sha1');
    assert.deepEqual(
      bags.map(({ friendlyName }) => friendlyName),
      ['Zürich', undefined, 'Zürich'],
    );
  });

  for (const name of [
    'key-rsaPss',
    'key-p384',
    'key-p521',
    'key-secp256k1',
    'key-brainpool',
    'key-ed25519',
    'key-ed448',
  ]) {
    it(`OpenSSL reads it with ${name}`, async () => {
      const target = await write(name, openssl3Form);
      const pem = openssl('pkcs12', '-in', target, '-passin', `pass:${PASSWORD}`, '-nodes', '-nocerts');
      const input = { input: pem, stdio: 'pipe' } as const;
      const spki = execFileSync('openssl', ['pkey', '-pubout', '-outform', 'DER'], input);
      assert.equal(hex(spki), hex((await parts(name)).file.spki));
    });
  }

  it('keytool reads both forms', async function () {
    this.timeout(30_000);
    for (const form of [openssl3Form, windowsLegacyForm]) {
      const target = await write('key-rsa', form, 'ascii-Pass1');
      const args = ['-list', '-v', '-keystore', target, '-storetype', 'PKCS12', '-storepass', 'ascii-Pass1'];
      const text = execFileSync('keytool', ['-J-Duser.language=en', ...args], { encoding: 'utf8', stdio: 'pipe' });
      assert.match(text, /PrivateKeyEntry/);
      assert.match(text, /chain length: 2/);
    }
  });

  it('pk12util reads both forms', async () => {
    for (const form of [openssl3Form, windowsLegacyForm]) {
      const target = await write('key-rsa', form, 'ascii-Pass1');
      const text = execFileSync('pk12util', ['-l', target, '-W', 'ascii-Pass1', '-d', folder], {
        encoding: 'utf8',
        stdio: 'pipe',
      });
      assert.match(text, /Key\(shrouded\)/);
      assert.equal(text.match(/^Certificate/gm)?.length, 2);
    }
  });

  it('writes a file without a key, and one with an empty password', async () => {
    const { file } = await parts('key-rsa');
    const [leaf] = file.certificates;
    assert.ok(leaf);
    const target = path.join(folder, 'empty.pfx');
    fs.writeFileSync(target, await writePfx({ certificates: [{ der: leaf, friendlyName: 'only' }] }, '', openssl3Form));
    assert.match(openssl('pkcs12', '-in', target, '-passin', 'pass:', '-nodes'), /friendlyName: only/);
  });

  it('writes PEM that OpenSSL reads', async () => {
    const { key, file } = await parts('key-p256');
    const [leaf] = file.certificates;
    assert.ok(leaf);
    const saved = (name: string, text: string): string => {
      fs.writeFileSync(path.join(folder, name), text);
      return path.join(folder, name);
    };
    const plain = openssl('pkey', '-in', saved('plain.pem', privateKeyPem(key.pkcs8)), '-outform', 'PEM', '-pubout');
    const encrypted = saved('encrypted.pem', await encryptedPrivateKeyPem(key.pkcs8, PASSWORD, 1000));
    assert.equal(openssl('pkey', '-in', encrypted, '-passin', `pass:${PASSWORD}`, '-pubout'), plain);
    assert.equal(hex(createPublicKey(plain).export({ format: 'der', type: 'spki' })), hex(file.spki));
    const certificate = openssl('x509', '-in', saved('certificate.pem', certificatePem(leaf)), '-outform', 'PEM');
    assert.equal(certificate, certificatePem(leaf));
  });
});
