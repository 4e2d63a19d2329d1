import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import * as pkijs from 'pkijs';
import { openPfx } from '../../../src/core/pkcs12/open.ts';
import { pfxFiles } from '../../fixtures/pfxFiles.ts';

const KEY = '1.2.840.113549.1.12.10.1.2';
const CERTIFICATE = '1.2.840.113549.1.12.10.1.3';

const exact = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

/** As the examples of PKI.js turn a password into bytes: one a character, its high half lost. */
const narrow = (password: string): ArrayBuffer =>
  exact(Uint8Array.from({ length: password.length }, (_, i) => password.charCodeAt(i) & 0xff));

/** PKI.js has ways of its own to write a PFX: one password as bytes for everything, and GCM without parameters. */
describe('PFX files of PKI.js', () => {
  let der: Uint8Array;
  let pkcs8: Uint8Array;
  before(async () => {
    const crypto = webcrypto as unknown as ConstructorParameters<typeof pkijs.CryptoEngine>[0]['crypto'];
    pkijs.setEngine('node', new pkijs.CryptoEngine({ name: 'node', crypto }));
    const file = (await pfxFiles()).find(({ name }) => name === 'openssl3');
    assert.ok(file);
    const { bags } = await openPfx(file.bytes, file.password);
    for (const bag of bags) {
      if (bag.kind === 'certificate') der ??= bag.der;
      if (bag.kind === 'key') pkcs8 = bag.pkcs8;
    }
  });

  async function write(password: ArrayBuffer, name: 'AES-CBC' | 'AES-GCM'): Promise<Uint8Array> {
    const form = {
      password,
      contentEncryptionAlgorithm: { name, length: 256 },
      hmacHashAlgorithm: 'SHA-256',
      iterationCount: 1000,
    };
    const shrouded = new pkijs.PKCS8ShroudedKeyBag({ parsedValue: pkijs.PrivateKeyInfo.fromBER(exact(pkcs8)) });
    await shrouded.makeInternalValues(form);
    const certificate = new pkijs.CertBag({ parsedValue: pkijs.Certificate.fromBER(exact(der)) });
    const safeBags = [
      new pkijs.SafeBag({ bagId: KEY, bagValue: shrouded }),
      new pkijs.SafeBag({ bagId: CERTIFICATE, bagValue: certificate }),
    ];
    const safeContents = [{ privacyMode: 1, value: new pkijs.SafeContents({ safeBags }) }];
    const authenticatedSafe = new pkijs.AuthenticatedSafe({ parsedValue: { safeContents } });
    await authenticatedSafe.makeInternalValues({ safeContents: [form] });
    const pfx = new pkijs.PFX({ parsedValue: { integrityMode: 0, authenticatedSafe } });
    const mac = { password, iterations: 1000, pbkdf2HashAlgorithm: 'SHA-256', hmacHashAlgorithm: 'SHA-256' };
    await pfx.makeInternalValues(mac);
    return new Uint8Array(pfx.toSchema().toBER());
  }

  for (const [password, encoding] of [
    ['test-Pass1', 'bmp'],
    ['Zürich', 'latin1'],
    ['pw🔑日本', 'low-bytes-bmp'],
    ['', 'empty-null'],
  ] as const) {
    for (const name of ['AES-CBC', 'AES-GCM'] as const) {
      it(`${name} under ${JSON.stringify(password)}`, async () => {
        const { bags, structure } = await openPfx(await write(narrow(password), name), password);
        assert.deepEqual(
          bags.map(({ kind }) => kind),
          ['key', 'certificate'],
        );
        const [key] = bags;
        assert.ok(key?.kind === 'key' && Buffer.from(key.pkcs8).equals(pkcs8));
        assert.equal(structure.passwordEncoding, encoding);
      });
    }
  }
});
