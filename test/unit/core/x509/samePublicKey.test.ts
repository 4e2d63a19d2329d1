import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { nullValue, oid, bitString, sequence } from '../../../../src/core/asn1/writer.ts';
import { samePublicKey } from '../../../../src/core/x509/samePublicKey.ts';
import { onBoringSsl } from '../../../fixtures/runtime.ts';

describe('whether two public keys are the same', () => {
  let folder = '';
  const key = (name: string, ...args: readonly string[]): string => {
    const file = path.join(folder, `${name}.key`);
    if (!fs.existsSync(file)) execFileSync('openssl', ['genpkey', ...args, '-out', file], { stdio: 'pipe' });
    return file;
  };
  const spki = (file: string, ...args: readonly string[]): Uint8Array =>
    new Uint8Array(
      execFileSync('openssl', ['pkey', '-in', file, '-pubout', '-outform', 'DER', ...args], { stdio: 'pipe' }),
    );
  before(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'same-key-'));
  });
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  for (const curve of ['P-256', 'P-521', 'secp256k1', 'brainpoolP256r1']) {
    it(`whatever the form of the point: ${curve}`, () => {
      const args = ['-algorithm', 'EC', '-pkeyopt', `ec_paramgen_curve:${curve}`];
      const [one, other] = [key(`${curve}-1`, ...args), key(`${curve}-2`, ...args)];
      const forms = ['uncompressed', 'compressed', 'hybrid'].map((form) => spki(one, '-ec_conv_form', form));
      const others = ['uncompressed', 'compressed', 'hybrid'].map((form) => spki(other, '-ec_conv_form', form));
      for (const a of forms) {
        for (const b of forms) assert.equal(samePublicKey(a, Uint8Array.from(b)), true);
        for (const b of others) assert.equal(samePublicKey(a, b), false);
      }
    });
  }

  it('not for the other point of the same x', () => {
    const compressed = spki(
      key('parity', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'),
      '-ec_conv_form',
      'compressed',
    );
    const mirrored = Uint8Array.from(compressed);
    const at = compressed.length - 33;
    assert.ok([2, 3].includes(compressed[at] ?? 0));
    mirrored[at] = (compressed[at] ?? 0) ^ 1;
    assert.equal(samePublicKey(compressed, mirrored), false);
  });

  it('of a curve that is written out, where the runtime can tell', () => {
    const file = key('explicit', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256');
    const explicit = spki(file, '-ec_param_enc', 'explicit');
    assert.ok(explicit.length > 200);
    // BoringSSL takes P-256 written out as well; what neither takes is told as undefined
    assert.notEqual(samePublicKey(explicit, spki(file)), false);
    if (!onBoringSsl) assert.equal(samePublicKey(explicit, spki(file)), true);
    const brainpool = key('brainpoolP256r1-1', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:brainpoolP256r1');
    assert.equal(samePublicKey(spki(brainpool, '-ec_param_enc', 'explicit'), spki(brainpool)), undefined);
  });

  it('of an RSA key, whether for all purposes or for RSA-PSS only, with or without NULL', () => {
    const pss = spki(key('pss', '-algorithm', 'RSA-PSS', '-pkeyopt', 'rsa_keygen_bits:2048'));
    const rsa = spki(key('rsa', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'));
    const numbers = (from: Uint8Array): Uint8Array =>
      from.subarray(Buffer.from(from).indexOf(Buffer.from('0382010f00', 'hex')) + 5);
    const wrap = (algorithm: Uint8Array, bits: Uint8Array): Uint8Array => sequence(algorithm, bitString(bits));
    const rsaOid = '1.2.840.113549.1.1.1';
    assert.equal(samePublicKey(pss, wrap(sequence(oid(rsaOid), nullValue()), numbers(pss))), true);
    assert.equal(samePublicKey(rsa, wrap(sequence(oid(rsaOid)), numbers(rsa))), true);
    assert.equal(samePublicKey(rsa, wrap(sequence(oid('1.2.840.113549.1.1.10')), numbers(rsa))), true);
    assert.equal(samePublicKey(rsa, pss), false);
    assert.equal(samePublicKey(rsa, spki(key('parity'))), false);
  });

  it('of keys whose bytes are all there is', () => {
    for (const algorithm of ['Ed25519', 'Ed448', 'X25519']) {
      const [one, other] = [
        spki(key(`${algorithm}-1`, '-algorithm', algorithm)),
        spki(key(`${algorithm}-2`, '-algorithm', algorithm)),
      ];
      assert.equal(samePublicKey(one, Uint8Array.from(one)), true, algorithm);
      assert.equal(samePublicKey(one, other), false, algorithm);
    }
  });

  it('does not guess about what it does not know', () => {
    const [a, b] = [1, 2].map((byte) => sequence(sequence(oid('1.2.3.4')), bitString(Uint8Array.of(byte))));
    assert.ok(a && b);
    assert.equal(samePublicKey(a, Uint8Array.from(a)), true);
    assert.equal(samePublicKey(a, b), undefined);
    assert.equal(samePublicKey(a, new Uint8Array(3)), undefined);
  });
});
