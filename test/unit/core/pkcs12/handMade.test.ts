import * as assert from 'node:assert/strict';
import { generateKeyPairSync, getCiphers } from 'node:crypto';
import { bmpString, contextConstructed, octetString, oid, sequence, setOf } from '../../../../src/core/asn1/writer.ts';
import type { PfxContents } from '../../../../src/core/pkcs12/contents.ts';
import { openPfx } from '../../../../src/core/pkcs12/open.ts';
import { openProblem } from '../../../../src/core/report/openProblem.ts';
import {
  bag,
  certificateBag,
  data,
  encryptedSafe,
  handMadePfx,
  type Pbes2Form,
  shroudedKeyBag,
} from '../../../fixtures/handMadePfx.ts';
import { refusal } from './refusal.ts';

const PASSWORD = 'test-Pass1';
const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'der' });
const certificate = certificateBag(sequence());

const kinds = ({ bags }: PfxContents): string => bags.map(({ kind }) => kind).join();
const pkcs8Of = ({ bags }: PfxContents): Buffer | undefined =>
  bags.flatMap((found) => (found.kind === 'key' ? [Buffer.from(found.pkcs8)] : []))[0];

/** Certificate and key, each encrypted in the same form, as tools write them. */
const usual = (form: Pbes2Form, password: string | Uint8Array = PASSWORD): readonly Uint8Array[] => [
  encryptedSafe(sequence(certificate), password, form),
  data(sequence(shroudedKeyBag(key, password, form))),
];

describe('odd but legal PFX files', () => {
  const forms: Readonly<Record<string, Pbes2Form>> = {
    'as usual': {},
    'no pseudo-random function: HMAC-SHA-1': { prfAbsent: true },
    'HMAC-SHA-512/256': { prf: 'sha512-256' },
    'HMAC-SHA3-256': { prf: 'sha3-256' },
    'a stated key length': { keyLength: true },
    'AES-GCM': { cipher: 'gcm' },
    'AES-GCM with the tag length left out': { cipher: 'gcm', tagLength: 12 },
  };
  for (const [name, form] of Object.entries(forms)) {
    it(`PBES2, ${name}`, async () => {
      const opened = await openPfx(handMadePfx(usual(form), PASSWORD, form.prf), PASSWORD);
      assert.equal(kinds(opened), 'certificate,key');
      assert.ok(pkcs8Of(opened)?.equals(key));
    });
  }

  it('AES-GCM under another password, or cut off', async () => {
    const bytes = handMadePfx(usual({ cipher: 'gcm' }, 'another'), PASSWORD);
    assert.deepEqual(
      (await openPfx(bytes, PASSWORD)).bags.map((found) => found.kind === 'unreadable' && found.problem),
      ['keyPassword', 'keyPassword'],
    );
    const tagLost = handMadePfx(
      [data(sequence(shroudedKeyBag(new Uint8Array(0), PASSWORD, { cipher: 'gcm' })))],
      PASSWORD,
    );
    assert.equal(kinds(await openPfx(tagLost, PASSWORD)), 'unreadable');
  });

  it('an encrypted key in an encrypted safe, in a nested safe too', async () => {
    const shrouded = shroudedKeyBag(key, PASSWORD);
    for (const inner of [shrouded, bag(6, sequence(shrouded))]) {
      const opened = await openPfx(
        handMadePfx([encryptedSafe(sequence(certificate, inner), PASSWORD)], PASSWORD),
        PASSWORD,
      );
      assert.equal(kinds(opened), 'certificate,key');
      assert.ok(pkcs8Of(opened)?.equals(key));
    }
  });

  it('a plain key in an encrypted safe', async () => {
    const opened = await openPfx(handMadePfx([encryptedSafe(sequence(bag(1, key)), PASSWORD)], PASSWORD), PASSWORD);
    assert.ok(pkcs8Of(opened)?.equals(key));
  });

  it('no safes, empty safes', async () => {
    for (const safes of [[], [data(sequence())], [encryptedSafe(sequence(), PASSWORD)]]) {
      assert.equal(kinds(await openPfx(handMadePfx(safes, PASSWORD), PASSWORD)), '');
      assert.equal((await refusal(openPfx(handMadePfx(safes, PASSWORD), 'x'))).code, 'passwordWrong');
    }
  });

  it('AES-CCM with a tag of eight bytes, as Bouncy Castle writes it', async function () {
    if (!getCiphers().includes('aes-256-ccm')) this.skip(); // BoringSSL
    const form: Pbes2Form = { cipher: 'ccm', tagLength: 8 };
    const opened = await openPfx(handMadePfx(usual(form), PASSWORD), PASSWORD);
    assert.equal(kinds(opened), 'certificate,key');
    assert.equal(opened.structure.keyEncryption[0]?.name, 'PBES2 AES-256-CCM, PBKDF2 HMAC-SHA-256');
    const another = await openPfx(handMadePfx(usual(form, 'another'), PASSWORD), PASSWORD);
    assert.equal(kinds(another), 'unreadable,unreadable');
  });

  it('a password that Windows keeps in the file for accounts of a domain', async () => {
    const secret = bag(5, sequence(oid('1.3.6.1.4.1.311.17.4'), contextConstructed(0, octetString(new Uint8Array(9)))));
    const bytes = handMadePfx([data(sequence(secret)), ...usual({})], PASSWORD);
    assert.equal(kinds(await openPfx(bytes, PASSWORD)), 'secret,certificate,key');
    for (const [password, code] of [
      ['x', 'passwordWrong'],
      [undefined, 'passwordMissing'],
    ] as const) {
      const refused = await refusal(openPfx(bytes, password));
      assert.deepEqual([refused.code, refused.detail], [code, { what: 'windowsAccounts' }]);
      assert.match(openProblem(refused.code, refused.detail).detail, /accounts or groups of a domain/);
    }
    assert.deepEqual((await refusal(openPfx(handMadePfx(usual({}), PASSWORD), 'x'))).detail, {});
  });

  it('a length with zeros in front', async () => {
    const bytes = handMadePfx(usual({}), PASSWORD);
    assert.deepEqual([...bytes.subarray(0, 2)], [0x30, 0x82]);
    const longer = Buffer.concat([Uint8Array.of(0x30, 0x88, 0, 0, 0, 0, 0, 0), bytes.subarray(2)]);
    assert.equal(kinds(await openPfx(longer, PASSWORD)), 'certificate,key');
    longer[3] = 1;
    assert.equal((await refusal(openPfx(longer, PASSWORD))).code, 'malformed');
  });

  it('a safe of a type that nobody knows', async () => {
    const strange = sequence(oid('1.2.3.4'), contextConstructed(0, octetString(new Uint8Array(2))));
    const { bags } = await openPfx(handMadePfx([...usual({}), strange], PASSWORD), PASSWORD);
    assert.deepEqual(
      bags.map((found) => ('oid' in found ? [found.kind, found.oid] : found.kind)),
      ['certificate', 'key', ['unknown', '1.2.3.4']],
    );
  });

  it('a friendly name with a zero character behind it', async () => {
    const name = sequence(oid('1.2.840.113549.1.9.20'), setOf(bmpString('leaf\0')));
    const value = sequence(oid('1.2.840.113549.1.9.22.1'), contextConstructed(0, octetString(sequence())));
    const named = sequence(oid('1.2.840.113549.1.12.10.1.3'), contextConstructed(0, value), setOf(name));
    const { bags } = await openPfx(handMadePfx([data(sequence(named))], PASSWORD), PASSWORD);
    assert.equal(bags[0]?.friendlyName, 'leaf');
  });

  it('the low bytes of a password beyond Latin-1, as Bouncy Castle derives from', async () => {
    const lowBytes = Uint8Array.from('密码', (character) => character.charCodeAt(0) & 0xff);
    const opened = await openPfx(handMadePfx(usual({}, lowBytes), '密码'), '密码');
    assert.deepEqual([kinds(opened), opened.structure.passwordEncoding], ['certificate,key', 'latin1']);
  });

  it('a very long password', async () => {
    const long = 'Ω🔐'.repeat(500);
    assert.equal(kinds(await openPfx(handMadePfx(usual({}, long), long), long)), 'certificate,key');
  });
});
