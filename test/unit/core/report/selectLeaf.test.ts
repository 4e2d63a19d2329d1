import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { sequence } from '../../../../src/core/asn1/writer.ts';
import { openPfx } from '../../../../src/core/pkcs12/open.ts';
import { type Selection, selectLeaf } from '../../../../src/core/report/selectLeaf.ts';
import { parseCertificate } from '../../../../src/core/x509/parseCertificate.ts';
import { bag, certificateBag, data, handMadePfx } from '../../../fixtures/handMadePfx.ts';

/** `openssl pkcs12 -export` of a key and its certificate, which encodes the public key in its own way. */
async function select(keyArguments: readonly string[], ...conversion: readonly string[]): Promise<Selection> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'select-leaf-'));
  try {
    const openssl = (...args: readonly string[]): void => {
      execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
    };
    openssl('genpkey', ...keyArguments, '-out', 'plain.key');
    openssl('pkey', '-in', 'plain.key', ...conversion, '-out', 'converted.key');
    openssl('req', '-x509', '-new', '-key', 'converted.key', '-subj', '/CN=www.example.com', '-out', 'leaf.pem');
    openssl('pkcs12', '-export', '-inkey', 'plain.key', '-in', 'leaf.pem', '-passout', 'pass:x', '-out', 'leaf.pfx');
    const contents = await openPfx(fs.readFileSync(path.join(folder, 'leaf.pfx')), 'x');
    const filed = contents.bags.flatMap((found) =>
      found.kind === 'certificate' ? [{ bag: found, certificate: parseCertificate(found.der) }] : [],
    );
    return selectLeaf(contents, filed, Date.now());
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

describe('the key of the leaf', () => {
  const ec = (curve: string): readonly string[] => ['-algorithm', 'EC', '-pkeyopt', `ec_paramgen_curve:${curve}`];
  for (const curve of ['P-256', 'P-384', 'secp256k1', 'brainpoolP256r1']) {
    it(`is found where the certificate has its point compressed: ${curve}`, async () => {
      assert.equal((await select(ec(curve), '-ec_conv_form', 'compressed')).keyMatchesLeaf, true);
    });
  }
  it('is found for RSA-PSS', async () => {
    const pss = ['-algorithm', 'RSA-PSS', '-pkeyopt', 'rsa_keygen_bits:2048'];
    const { keyMatchesLeaf, key } = await select([...pss, '-pkeyopt', 'rsa_pss_keygen_md:sha256']);
    assert.equal(key?.algorithm.kind, 'rsa-pss');
    assert.equal(keyMatchesLeaf, true);
  });
  it('is found for RSA', async () => {
    assert.equal((await select(['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'])).keyMatchesLeaf, true);
  });
});

describe('the leaf, where there are several keys and certificates', () => {
  let folder = '';
  const openssl = (...args: readonly string[]): void => {
    execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  };
  const DAY = 24 * 60 * 60 * 1000;
  const now = Date.now();
  const keys = new Map<string, Uint8Array>();
  const certificates = new Map<string, Uint8Array>();

  before(function () {
    this.timeout(30_000);
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'several-leaves-'));
    const subject = ['-subj', '/CN=www.example.com'];
    for (const name of ['old', 'new']) {
      openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', `${name}.key`);
      openssl('pkcs8', '-topk8', '-nocrypt', '-in', `${name}.key`, '-outform', 'DER', '-out', `${name}.p8`);
      keys.set(name, new Uint8Array(fs.readFileSync(path.join(folder, `${name}.p8`))));
    }
    const leaf = ['-addext', 'basicConstraints=critical,CA:FALSE'];
    const certificate = (name: string, key: string, days: string, ...more: readonly string[]): void => {
      const request = ['-x509', '-new', '-key', `${key}.key`, ...subject, '-days', days, ...more];
      openssl('req', ...request, '-outform', 'DER', '-out', `${name}.der`);
      certificates.set(name, new Uint8Array(fs.readFileSync(path.join(folder, `${name}.der`))));
    };
    certificate('old', 'old', '10', ...leaf);
    certificate('new', 'new', '100', ...leaf);
    certificate('renewed', 'old', '100', ...leaf);
    certificate('authority', 'old', '100');
  });
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  /** The certificate that is taken of those given, in `days` from now. */
  const taken = async (keyNames: readonly string[], names: readonly string[], days: number): Promise<unknown> => {
    const safe = sequence(
      ...names.map((name) => certificateBag(certificates.get(name) ?? sequence())),
      ...keyNames.map((name) => bag(1, keys.get(name) ?? sequence())),
    );
    const contents = await openPfx(handMadePfx([data(safe)], 'x'), 'x');
    const filed = contents.bags.flatMap((found) =>
      found.kind === 'certificate' ? [{ bag: found, certificate: parseCertificate(found.der) }] : [],
    );
    const { leaf, key, keyMatchesLeaf } = selectLeaf(contents, filed, now + days * DAY);
    assert.equal(keyMatchesLeaf, key ? true : undefined);
    return names.find((name) => Buffer.from(certificates.get(name) ?? []).equals(leaf?.der ?? new Uint8Array(0)));
  };

  it('is the one that is valid', async () => {
    assert.equal(await taken(['old', 'new'], ['old', 'new'], 1), 'old');
    assert.equal(await taken(['old', 'new'], ['old', 'new'], 50), 'new');
    assert.equal(await taken(['old', 'new'], ['old', 'new'], 500), 'old');
  });

  it('is the one that was renewed with the same key', async () => {
    assert.equal(await taken(['old'], ['old', 'renewed'], 1), 'old');
    assert.equal(await taken(['old'], ['old', 'renewed'], 50), 'renewed');
  });

  it('is not a CA where there is something else', async () => {
    assert.equal(await taken(['old'], ['authority', 'old'], 1), 'old');
    assert.equal(await taken(['old'], ['authority', 'old'], 50), 'old');
    assert.equal(await taken(['old'], ['authority'], 1), 'authority');
  });

  it('is the valid one where there is no key either', async () => {
    assert.equal(await taken([], ['old', 'new'], 50), 'new');
  });
});
