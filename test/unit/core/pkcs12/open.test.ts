import * as assert from 'node:assert/strict';
import type { Bag, CertificateBag, KeyBag } from '../../../../src/core/pkcs12/contents.ts';
import { openPfx } from '../../../../src/core/pkcs12/open.ts';
import { type PfxFile, pfxFiles } from '../../../fixtures/pfxFiles.ts';
import { onBoringSsl } from '../../../fixtures/runtime.ts';
import { refusal } from './refusal.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const isCertificate = (bag: Bag): bag is CertificateBag => bag.kind === 'certificate';
const isKey = (bag: Bag): bag is KeyBag => bag.kind === 'key';

/** Files of the tools that iterate 600,000 times: opened once, not again with each wrong password. */
const slow = new Set(['nss', 'gnutls', 'keytool-legacy']);

describe('opening files of openssl, keytool, certtool and pk12util', () => {
  let files: readonly PfxFile[] = [];
  const file = (name: string): PfxFile => {
    const found = files.find((candidate) => candidate.name === name);
    assert.ok(found, name);
    return found;
  };

  before(async function () {
    this.timeout(120_000); // the first time on a machine they are made
    files = await pfxFiles();
  });

  it('gives the certificates and the key that went in, and names the tool', async () => {
    for (const { name, bytes, password, certificates, spki, producer } of files) {
      const { bags, structure } = await openPfx(bytes, password);
      assert.deepEqual(
        bags
          .filter(isCertificate)
          .map(({ der }) => hex(der))
          .sort(),
        certificates.map(hex).sort(),
        name,
      );
      assert.deepEqual(
        bags.filter(isKey).map((key) => key.spki && hex(key.spki)),
        spki ? [onBoringSsl && name === 'key-ed448' ? undefined : hex(spki)] : [], // BoringSSL works out no Ed448 public key
        name,
      );
      assert.deepEqual(
        bags.map(({ index }) => index),
        bags.map((_, i) => i),
        name,
      );
      if (producer) assert.equal(structure.producer, producer, name);
      assert.equal(structure.trailingBytes, 0, name);
      assert.equal(structure.size, bytes.length, name);
    }
  });

  it('refuses a wrong password', async () => {
    for (const { name, bytes, password } of files) {
      if (slow.has(name)) continue;
      const { code } = await refusal(openPfx(bytes, `${password}!`));
      assert.equal(code, name === 'no-mac' ? 'passwordWrongOrDamaged' : 'passwordWrong', name);
    }
  });

  it('asks for a password where one is needed', async () => {
    for (const { name, bytes, password } of files) {
      if (slow.has(name) || password === '') continue;
      assert.equal((await refusal(openPfx(bytes, undefined))).code, 'passwordMissing', name);
    }
    const { structure } = await openPfx(file('empty-password').bytes, undefined);
    assert.equal(structure.passwordEncoding, 'empty-null');
  });

  it('tells how a file of OpenSSL 3 is built', async () => {
    const { bags, structure } = await openPfx(file('openssl3-name').bytes, file('openssl3-name').password);
    const encryption = {
      name: 'PBES2 AES-256-CBC, PBKDF2 HMAC-SHA-256',
      scheme: 'pbes2',
      cipher: 'aes-256',
      hash: 'sha256',
      iterations: 2048,
    };
    assert.deepEqual(structure.mac, { name: 'HMAC-SHA-256', kind: 'pkcs12', hash: 'sha256', iterations: 2048 });
    assert.deepEqual(structure.certificateEncryption, [encryption]);
    assert.deepEqual(structure.keyEncryption, [encryption]);
    assert.equal(structure.passwordEncoding, 'bmp');
    assert.equal(structure.ber, false);
    assert.deepEqual(
      bags.map(({ kind, friendlyName }) => [kind, friendlyName]),
      [
        ['certificate', 'Zurich leaf'],
        ['certificate', undefined],
        ['key', 'Zurich leaf'],
      ],
    );
    assert.equal(bags[0]?.localKeyId, bags[2]?.localKeyId);
    assert.equal(bags[1]?.localKeyId, undefined);
  });

  it('tells how a file of OpenSSL 1 is built', async () => {
    const { structure } = await openPfx(file('openssl-legacy').bytes, file('openssl-legacy').password);
    assert.equal(structure.mac?.name, 'HMAC-SHA-1');
    assert.deepEqual(
      structure.certificateEncryption.map(({ name }) => name),
      ['PBE-SHA1-RC2-40'],
    );
    assert.deepEqual(
      structure.keyEncryption.map(({ name }) => name),
      ['PBE-SHA1-3DES'],
    );
  });

  it('names each kind of key', async () => {
    const expected = {
      'key-rsa': { kind: 'rsa', name: 'RSA', bits: 2048 },
      'key-rsaPss': { kind: 'rsa-pss', name: 'RSA-PSS', bits: 2048 },
      'key-p256': { kind: 'ec', name: 'EC P-256', bits: 256 },
      'key-p521': { kind: 'ec', name: 'EC P-521', bits: 521 },
      'key-secp256k1': { kind: 'ec', name: 'EC secp256k1', bits: 256 },
      'key-brainpool': { kind: 'ec', name: 'EC brainpoolP256r1', bits: 256 },
      'key-ed25519': { kind: 'ed25519', name: 'Ed25519', bits: 255 },
      'key-ed448': { kind: 'ed448', name: 'Ed448', bits: 448 },
    };
    for (const [name, algorithm] of Object.entries(expected)) {
      const { bags } = await openPfx(file(name).bytes, file(name).password);
      assert.deepEqual(bags.find(isKey)?.algorithm, algorithm, name);
    }
  });

  it('keeps its hands off the input', async () => {
    const { bytes, password } = file('no-encryption');
    const input = Buffer.from(bytes);
    const { bags } = await openPfx(input, password);
    assert.deepEqual(new Uint8Array(input), bytes);
    const before = hex(bags.find(isKey)?.pkcs8 ?? new Uint8Array(0));
    input.fill(0);
    assert.equal(hex(bags.find(isKey)?.pkcs8 ?? new Uint8Array(0)), before);
  });

  it('says what a file has behind its end, and where it is cut off', async () => {
    const { bytes, password } = file('openssl3');
    const { structure } = await openPfx(Buffer.concat([bytes, Buffer.from('garbage')]), password);
    assert.equal(structure.trailingBytes, 7);
    for (const length of [40, 200, bytes.length - 1]) {
      assert.equal((await refusal(openPfx(bytes.subarray(0, length), password))).code, 'truncated');
    }
  });

  it('tells damage from a wrong password where it can', async () => {
    const { bytes, password } = file('openssl3');
    const damaged = Uint8Array.from(bytes);
    damaged.set([0, 0, 0], damaged.length - 20); // in the MAC
    const { code, detail } = await refusal(openPfx(damaged, password));
    assert.deepEqual([code, detail.what], ['malformed', 'mac']);
    assert.equal((await refusal(openPfx(damaged, 'another'))).code, 'passwordWrong');
  });

  it('can be cancelled', async () => {
    const { bytes, password } = file('openssl3');
    const controller = new AbortController();
    controller.abort();
    await assert.rejects(openPfx(bytes, password, { signal: controller.signal }), { name: 'AbortError' });
  });
});
