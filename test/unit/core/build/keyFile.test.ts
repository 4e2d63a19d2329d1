import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { createPublicKey } from 'node:crypto';
import { readKeyFile } from '../../../../src/core/build/keyFile.ts';
import { KeyFileError } from '../../../../src/core/build/keyFileError.ts';
import { samePublicKey } from '../../../../src/core/x509/samePublicKey.ts';
import { OpensslFolder } from '../../../fixtures/openssl.ts';
import { temporaryFolder } from '../../../fixtures/temporaryFolder.ts';

const PASSWORD = 'sëcret key';

describe('private key files, as openssl writes them', function () {
  this.timeout(60_000);
  let made: OpensslFolder;

  before(() => {
    const folder = temporaryFolder('keys');
    made = new OpensslFolder(folder);
    made.run('genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048', '-out', 'rsa.key');
    made.run('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384', '-out', 'ec.key');
    made.run('genpkey', '-algorithm', 'Ed25519', '-out', 'ed25519.key');
    for (const name of ['rsa', 'ec', 'ed25519'])
      made.run('pkey', '-in', `${name}.key`, '-pubout', '-out', `${name}.pub`);
  });

  const belongs = async (file: string, name: string, password?: string): Promise<void> => {
    const { spki } = await readKeyFile(made.read(file), password);
    const expected = createPublicKey(Buffer.from(made.read(`${name}.pub`))).export({ type: 'spki', format: 'der' });
    assert.equal(spki && samePublicKey(spki, new Uint8Array(expected)), true, file);
  };
  const refusal = async (bytes: Uint8Array, password?: string): Promise<KeyFileError> => {
    const error: unknown = await readKeyFile(bytes, password).catch((reason: unknown) => reason);
    assert.ok(error instanceof KeyFileError, String(error));
    return error;
  };

  const plain: readonly (readonly [file: string, name: string, ...args: string[]])[] = [
    ['rsa-pkcs8.pem', 'rsa', 'pkcs8', '-topk8', '-nocrypt'],
    ['rsa-pkcs8.der', 'rsa', 'pkcs8', '-topk8', '-nocrypt', '-outform', 'DER'],
    ['rsa-pkcs1.pem', 'rsa', 'rsa', '-traditional'],
    ['rsa-pkcs1.der', 'rsa', 'rsa', '-traditional', '-outform', 'DER'],
    ['ec-sec1.pem', 'ec', 'ec'],
    ['ec-sec1.der', 'ec', 'ec', '-outform', 'DER'],
    ['ec-pkcs8.pem', 'ec', 'pkcs8', '-topk8', '-nocrypt'],
    ['ed25519.pem', 'ed25519', 'pkcs8', '-topk8', '-nocrypt'],
  ];
  for (const [file, name, command, ...args] of plain) {
    it(`${file}: ${command ?? ''} ${args.join(' ')}`, async () => {
      made.run(command ?? '', ...args, '-in', `${name}.key`, '-out', file);
      await belongs(file, name);
    });
  }

  const encrypted: readonly (readonly [file: string, name: string, ...args: string[]])[] = [
    ['rsa-pbes2.pem', 'rsa', 'pkcs8', '-topk8', '-v2', 'aes-256-cbc'],
    ['rsa-pbes2.der', 'rsa', 'pkcs8', '-topk8', '-v2', 'aes-256-cbc', '-outform', 'DER'],
    ['rsa-pbe3des.pem', 'rsa', 'pkcs8', '-topk8', '-v1', 'PBE-SHA1-3DES'],
    ['rsa-scrypt.pem', 'rsa', 'pkcs8', '-topk8', '-scrypt'],
    ['rsa-dek-aes.pem', 'rsa', 'rsa', '-traditional', '-aes256'],
    ['rsa-dek-3des.pem', 'rsa', 'rsa', '-traditional', '-des3'],
    ['rsa-dek-aes128.pem', 'rsa', 'rsa', '-traditional', '-aes128'],
    ['ec-dek-aes192.pem', 'ec', 'ec', '-aes192'],
  ];
  for (const [file, name, command, ...args] of encrypted) {
    it(`${file}, with its password, with another and with none`, async () => {
      made.run(command ?? '', ...args, '-in', `${name}.key`, '-passout', `pass:${PASSWORD}`, '-out', file);
      await belongs(file, name, PASSWORD);
      assert.equal((await refusal(made.read(file), 'another')).code, 'passwordWrong');
      assert.equal((await refusal(made.read(file))).code, 'passwordMissing');
    });
  }

  it('finds the key among other blocks, and in text as Notepad saves it', async () => {
    const key = fs.readFileSync(made.path('rsa.key'), 'utf8');
    const text = `Bag Attributes\r\n-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n${key.replaceAll('\n', '\r\n')}`;
    fs.writeFileSync(made.path('bundle.pem'), text);
    await belongs('bundle.pem', 'rsa');
    fs.writeFileSync(made.path('utf16.pem'), Buffer.from(`\ufeff${key}`, 'utf16le'));
    await belongs('utf16.pem', 'rsa');
  });

  it('says what a file is that holds no key', async () => {
    assert.equal((await refusal(new Uint8Array(0))).code, 'empty');
    const text = await refusal(Buffer.from('hello'));
    assert.deepEqual([text.code, text.kind], ['noKey', 'text']);
    made.run('req', '-new', '-key', 'rsa.key', '-subj', '/CN=x', '-out', 'x.csr');
    const csr = await refusal(made.read('x.csr'));
    assert.deepEqual([csr.code, csr.kind], ['noKey', 'csr']);
  });

  it('what it can’t read, by name; and what is damaged', async () => {
    const openssh = '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n';
    const unsupported = await refusal(Buffer.from(openssh));
    assert.deepEqual([unsupported.code, unsupported.algorithm], ['unsupported', 'OPENSSH']);
    const key = fs.readFileSync(made.path('rsa.key'), 'utf8');
    assert.equal((await refusal(Buffer.from(key.slice(0, 400)))).code, 'damaged');
    const der = made.read('rsa-pkcs1.der');
    assert.equal((await refusal(der.subarray(0, 600))).code, 'damaged');
    der[400] = (der[400] ?? 0) ^ 0xff; // in the private exponent, which then no longer belongs to the modulus
    assert.equal((await refusal(der)).code, 'damaged');
  });
});
