import * as assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import type { Report } from '../../../../../src/core/report/report.ts';
import { openssl3Form, type PfxForm, writePfx } from '../../../../../src/core/pkcs12/writer.ts';
import { readCertificates } from '../../../../../src/core/x509/certificateFiles.ts';
import { judgeOpened, open } from '../../../../../src/worker/engine.ts';
import { sequence } from '../../../../../src/core/asn1/writer.ts';
import { bag, data, encryptedSafe, handMadePfx, shroudedKeyBag } from '../../../../fixtures/handMadePfx.ts';
import type { OpensslFolder } from '../../../../fixtures/openssl.ts';
import { pfxFiles } from '../../../../fixtures/pfxFiles.ts';
import { PASSWORD, samplePki } from '../../../../fixtures/samplePki.ts';

async function judge(bytes: Uint8Array, password: string): Promise<Report> {
  return judgeOpened({
    opened: await open({ bytes, password }),
    file: { name: 'x.pfx', size: bytes.length },
    environments: [],
    environment: null,
    trust: { defaults: false, user: [] },
    time: Date.now(),
    expiryWarningDays: 30,
  });
}

const RULES = ['file.leafNotMarked', 'file.fewIterations', 'file.manyIterations'];
const found = ({ findings }: Report): readonly string[] =>
  findings.map(({ code }) => code).filter((code) => RULES.includes(code));
const titleOf = ({ findings }: Report, code: string): string | undefined =>
  findings.find((finding) => finding.code === code)?.title;

describe('findings on how a PFX is built', function () {
  this.timeout(120_000);
  let pki: OpensslFolder;
  before(async () => {
    pki = await samplePki();
    await pfxFiles();
  });

  const fixture = async (name: string): Promise<Report> => {
    const file = (await pfxFiles()).find((candidate) => candidate.name === name);
    assert.ok(file, name);
    return judge(file.bytes, file.password);
  };
  /** The parts as two tools' worth of files would be joined: certificates and key that do not know of each other. */
  const unmarked = (names: readonly string[], key: string): Promise<Uint8Array> => {
    const certificates = names.flatMap((name) => readCertificates(pki.read(`${name}.pem`)).map((der) => ({ der })));
    const pkcs8 = createPrivateKey(Buffer.from(pki.read(`${key}.key`))).export({ type: 'pkcs8', format: 'der' });
    return writePfx({ key: { pkcs8 }, certificates }, PASSWORD, openssl3Form);
  };

  it('nothing for what openssl, keytool and Windows-like tools write', async () => {
    for (const name of [
      'openssl3',
      'openssl-legacy',
      'keytool',
      'rc2-128',
      'no-mac',
      'no-encryption',
      'no-key',
      'key-only',
    ]) {
      assert.deepEqual(found(await fixture(name)), [], name);
    }
  });

  const codes = (report: Report, ...some: readonly string[]): readonly string[] =>
    report.findings.map(({ code }) => code).filter((code) => some.includes(code));

  it('a key that lies open, but not one in an encrypted safe', async () => {
    assert.deepEqual(codes(await fixture('no-encryption'), 'key.notEncrypted'), ['key.notEncrypted']);
    for (const name of ['openssl3', 'no-key']) assert.deepEqual(codes(await fixture(name), 'key.notEncrypted'), []);
    const pkcs8 = createPrivateKey(Buffer.from(pki.read('leaf.key'))).export({ type: 'pkcs8', format: 'der' });
    const inside = await judge(handMadePfx([encryptedSafe(sequence(bag(1, pkcs8)), PASSWORD)], PASSWORD), PASSWORD);
    assert.deepEqual(codes(inside, 'key.notEncrypted'), []);
    assert.match(inside.file.bags[0]?.description ?? '', /^RSA.*, PBES2 AES-256-CBC, PBKDF2 HMAC-SHA-256$/);
  });

  it('what few programs read', async () => {
    const both = ['file.rareAlgorithms', 'file.modernEncryption'] as const;
    for (const name of ['3des', 'openssl-legacy', 'rc2-128']) assert.deepEqual(codes(await fixture(name), ...both), []);
    for (const name of ['openssl3', 'keytool', 'aes-192']) {
      assert.deepEqual(codes(await fixture(name), ...both), ['file.modernEncryption'], name);
    }
    const rare: Readonly<Record<string, RegExp>> = {
      'mac-sha3-256': /uses HMAC-SHA3-256 as the file’s own check\./,
      'mac-md5': /HMAC-MD5/,
      'cast5-pbes2': /uses PBES2 CAST5-CBC, PBKDF2 HMAC-SHA-256\./,
      'des-pbes2': /DES-CBC/,
    };
    for (const [name, detail] of Object.entries(rare)) {
      const finding = (await fixture(name)).findings.find(({ code }) => code === 'file.rareAlgorithms');
      assert.match(finding?.detail ?? '', detail, name);
    }
    const pkcs8 = createPrivateKey(Buffer.from(pki.read('leaf.key'))).export({ type: 'pkcs8', format: 'der' });
    const gcm = handMadePfx([data(sequence(shroudedKeyBag(pkcs8, PASSWORD, { cipher: 'gcm' })))], PASSWORD);
    assert.deepEqual(codes(await judge(gcm, PASSWORD), ...both), ['file.rareAlgorithms']);
  });

  it('certificates that stand twice', async () => {
    const title = async (...names: readonly string[]): Promise<string | undefined> =>
      titleOf(await judge(await unmarked(names, 'leaf'), PASSWORD), 'file.duplicateCertificates');
    assert.equal(await title('leaf', 'root'), undefined);
    assert.equal(await title('leaf', 'root', 'root'), 'One certificate stands in this file twice');
    assert.equal(await title('leaf', 'leaf', 'root', 'root', 'root'), '3 certificates stand in this file again');
  });

  it('a leaf that is not marked', async () => {
    // our writer marks the first certificate: here that is the CA's
    const report = await judge(await unmarked(['intermediate', 'leaf', 'root'], 'leaf'), PASSWORD);
    assert.deepEqual(found(report), ['file.leafNotMarked']);
    const finding = report.findings.find(({ code }) => code === 'file.leafNotMarked');
    assert.equal(report.certificates[finding?.certificate ?? -1]?.name, '*.acme.example');
    assert.equal(report.key?.matchesLeaf, true);
  });

  it('not where there is one certificate, or the key is of another', async () => {
    assert.deepEqual(found(await judge(await unmarked(['leaf'], 'leaf'), PASSWORD)), []);
    assert.deepEqual(found(await judge(pki.read('mismatch.pfx'), PASSWORD)), []);
  });

  it('few iterations, as openssl -noiter writes', async () => {
    const report = await fixture('one-iteration');
    assert.deepEqual(found(report), ['file.fewIterations']);
    assert.equal(titleOf(report, 'file.fewIterations'), 'The password protects the file with one iteration only');
  });

  it('many iterations, as pk12util and certtool write', async () => {
    for (const name of ['nss', 'gnutls']) assert.deepEqual(found(await fixture(name)), ['file.manyIterations'], name);
    assert.equal(titleOf(await fixture('nss'), 'file.manyIterations'), 'The password is hashed 600,000 times');
  });

  it('says so from 1000 down and from 300,000 up', async () => {
    const [der] = readCertificates(pki.read('selfSigned.pem'));
    assert.ok(der);
    const form = (iterations: number): PfxForm => ({ ...openssl3Form, iterations });
    for (const [iterations, expected] of [
      [999, ['file.fewIterations']],
      [1000, []],
      [300_000, []],
      [300_001, ['file.manyIterations']],
    ] as const) {
      const bytes = await writePfx({ certificates: [{ der }] }, PASSWORD, form(iterations));
      assert.deepEqual(found(await judge(bytes, PASSWORD)), expected, String(iterations));
    }
  });
});
