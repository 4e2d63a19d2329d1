import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import forge from 'node-forge';
import { openPfx } from '../../../src/core/pkcs12/open.ts';
import { expandRc2Key, rc2EncryptBlock } from '../../../src/core/pkcs12/rc2.ts';
import { rc2Form, windowsLegacyForm, writePfx } from '../../../src/core/pkcs12/writer.ts';

const PASSWORD = 'second opinion';

const binary = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

function makeCertificate(): {
  der: Uint8Array;
  pkcs8: Uint8Array;
  certificate: forge.pki.Certificate;
  key: forge.pki.rsa.PrivateKey;
} {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = forge.pki.privateKeyFromPem(privateKey.export({ type: 'pkcs1', format: 'pem' }).toString());
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.setRsaPublicKey(key.n, key.e);
  certificate.serialNumber = '01';
  certificate.setSubject([{ name: 'commonName', value: 'forge.example' }]);
  certificate.setIssuer([{ name: 'commonName', value: 'forge.example' }]);
  certificate.sign(key, forge.md.sha256.create());
  const der = bytesOf(forge.asn1.toDer(forge.pki.certificateToAsn1(certificate)).getBytes());
  return { der, pkcs8: new Uint8Array(privateKey.export({ type: 'pkcs8', format: 'der' })), certificate, key };
}

/** node-forge is another implementation of the same standards: where both can, both must say the same. */
describe('node-forge as a second opinion', () => {
  const made = makeCertificate();

  for (const [name, form] of Object.entries({ windowsLegacyForm, rc2Form })) {
    it(`reads what we write as ${name}`, async () => {
      const pfx = await writePfx({ key: { pkcs8: made.pkcs8 }, certificates: [{ der: made.der }] }, PASSWORD, form);
      const read = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(binary(pfx)), PASSWORD);
      const [bag] = read.getBags({ bagType: forge.pki.oids['certBag'] ?? '' })[forge.pki.oids['certBag'] ?? ''] ?? [];
      assert.equal(bag?.cert?.subject.getField('CN').value, 'forge.example');
      const keyBag = forge.pki.oids['pkcs8ShroudedKeyBag'] ?? '';
      assert.ok(read.getBags({ bagType: keyBag })[keyBag]?.[0]?.key);
    });
  }

  for (const algorithm of ['3des', 'aes128', 'aes256'] as const) {
    it(`writes ${algorithm} that we read`, async () => {
      const pfx = forge.pkcs12.toPkcs12Asn1(made.key, [made.certificate], PASSWORD, { algorithm });
      const { bags } = await openPfx(bytesOf(forge.asn1.toDer(pfx).getBytes()), PASSWORD);
      const key = bags.find((bag) => bag.kind === 'key');
      const certificate = bags.find((bag) => bag.kind === 'certificate');
      assert.ok(key?.kind === 'key' && certificate?.kind === 'certificate');
      assert.deepEqual(Buffer.from(certificate.der), Buffer.from(made.der));
      const modulus = (pkcs8: Uint8Array): unknown =>
        createPublicKey(createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })).export({
          format: 'jwk',
        });
      assert.deepEqual(modulus(key.pkcs8), modulus(made.pkcs8));
    });
  }

  for (const password of ['日本語', 'pw🔑é', '12 €', 'пароль', 'Zürich', 'ж'.repeat(70)]) {
    it(`writes AES under ${password.slice(0, 12)}, in its own way, and we read it`, async () => {
      const pfx = forge.pkcs12.toPkcs12Asn1(made.key, [made.certificate], password, { algorithm: 'aes128' });
      const { bags, structure } = await openPfx(bytesOf(forge.asn1.toDer(pfx).getBytes()), password);
      assert.deepEqual(
        bags.map(({ kind }) => kind),
        ['certificate', 'key'],
      );
      assert.equal(structure.passwordEncoding, password === 'Zürich' ? 'latin1' : 'forge');
      assert.equal(structure.producer, 'node-forge');
    });
  }

  for (const [size, bits] of [
    [5, 40],
    [8, 64],
    [16, 128],
  ] as const) {
    it(`agrees on RC2 with ${bits} bits`, () => {
      for (let i = 0; i < 50; i++) {
        const [key, block] = [randomBytes(size), randomBytes(8)];
        const cipher = forge.rc2.createEncryptionCipher(binary(key), bits);
        cipher.start('\0'.repeat(8));
        cipher.update(forge.util.createBuffer(binary(block)));
        const ours = new Uint8Array(block);
        rc2EncryptBlock(expandRc2Key(key, bits), ours, 0);
        assert.deepEqual(binary(ours), cipher.output.getBytes(8));
      }
    });
  }
});
