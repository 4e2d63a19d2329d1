import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { getCiphers, getHashes } from 'node:crypto';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { openPfx } from '../../../../src/core/pkcs12/open.ts';
import { refusal } from './refusal.ts';

/** A cipher that every runtime reads, since it is done here. */
const OURS = 'ours';

/** What OpenSSL writes and not every runtime reads: the argument, the name in node:crypto, ours and the OID of the standard. */
const algorithms = [
  ['-certpbe', 'CAMELLIA-256-CBC', 'camellia-256-cbc', 'Camellia-256-CBC', '1.2.392.200011.61.1.1.1.4'],
  ['-certpbe', 'ARIA-192-CBC', 'aria-192-cbc', 'ARIA-192-CBC', '1.2.410.200046.1.1.7'],
  ['-certpbe', 'SM4-CBC', 'sm4-cbc', 'SM4-CBC', '1.2.156.10197.1.104.2'],
  ['-certpbe', 'SM4-CTR', 'sm4-ctr', 'SM4-CTR', '1.2.156.10197.1.104.7'],
  ['-certpbe', 'SEED-CBC', OURS, '', ''],
  ['-certpbe', 'BF-CBC', OURS, '', ''],
  ['-certpbe', 'RC4', OURS, '', ''],
  ['-certpbe', 'SEED-CFB', '', 'SEED-CFB', '1.2.410.200004.1.5'],
  ['-certpbe', 'AES-256-ECB', 'aes-256-ecb', 'AES-256-ECB', '2.16.840.1.101.3.4.1.41'],
  ['-certpbe', 'AES-256-CFB', 'aes-256-cfb', 'AES-256-CFB', '2.16.840.1.101.3.4.1.44'],
  ['-certpbe', 'AES-128-OFB', 'aes-128-ofb', 'AES-128-OFB', '2.16.840.1.101.3.4.1.3'],
  ['-certpbe', 'ARIA-128-CTR', 'aria-128-ctr', 'ARIA-128-CTR', '1.2.410.200046.1.1.5'],
  ['-certpbe', 'CAMELLIA-256-CTR', 'camellia-256-ctr', 'Camellia-256-CTR', '0.3.4401.5.3.1.9.49'],
  ['-certpbe', 'CAMELLIA-192-OFB', 'camellia-192-ofb', 'Camellia-192-OFB', '0.3.4401.5.3.1.9.23'],
  ['-certpbe', 'DES-CFB', 'des-ede3-cfb', 'DES-CFB', '1.3.14.3.2.9'],
  ['-certpbe', 'DES-ECB', 'des-ede3', 'DES-ECB', '1.3.14.3.2.6'],
  ['-certpbe', 'DES-EDE', 'des-ede3', '2DES-ECB', '1.3.14.3.2.17'],
  ['-macalg', 'sm3', 'sm3', 'MAC SM3', '1.2.156.10197.1.401'],
  ['-macalg', 'md4', '', 'MAC MD4', '1.2.840.113549.2.4'],
  ['-macalg', 'whirlpool', '', 'MAC Whirlpool', '1.0.10118.3.0.55'],
  ['-macalg', 'blake2b512', '', 'MAC BLAKE2b-512', '1.3.6.1.4.1.1722.12.2.1.16'],
] as const;

describe('rare algorithms', function () {
  this.timeout(30_000);
  const known = new Set([OURS, ...getCiphers(), ...getHashes()]);
  let folder = '';
  const openssl = (...args: readonly string[]): void => {
    execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  };
  before(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rare-pfx-'));
    openssl(
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
  });
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  for (const [option, value, native, algorithm, oid] of algorithms) {
    const here = known.has(native);
    it(`${value} ${here ? 'is opened' : 'is refused by name and OID'}`, async () => {
      const form = option === '-certpbe' ? ['-certpbe', value, '-keypbe', value] : [option, value];
      const parts = ['-inkey', 'key.pem', '-in', 'cert.pem', '-passout', 'pass:x'];
      openssl('pkcs12', '-export', '-legacy', ...form, ...parts, '-out', 'x.pfx');
      const bytes = new Uint8Array(fs.readFileSync(path.join(folder, 'x.pfx')));
      if (here) {
        assert.deepEqual(
          (await openPfx(bytes, 'x')).bags.map(({ kind }) => kind),
          ['certificate', 'key'],
        );
        return;
      }
      const { code, detail } = await refusal(openPfx(bytes, 'x'));
      assert.deepEqual([code, detail], ['unsupportedAlgorithm', { algorithm, oid }]);
    });
  }

  it('DES of PKCS#5 v1 with SHA-1, whose IV NSS takes from the end of the hash', async () => {
    const nss = (...args: readonly string[]): void => {
      execFileSync('pk12util', ['-d', 'sql:.', '-K', '', '-W', 'x', ...args], { cwd: folder, stdio: 'pipe' });
    };
    const parts = ['-inkey', 'key.pem', '-in', 'cert.pem', '-name', 'x', '-passout', 'pass:x'];
    openssl('pkcs12', '-export', ...parts, '-out', 'in.pfx');
    nss('-i', 'in.pfx');
    nss('-o', 'x.pfx', '-n', 'x', '-c', 'DES-CBC', '-C', 'DES-CBC');
    const { bags, structure } = await openPfx(new Uint8Array(fs.readFileSync(path.join(folder, 'x.pfx'))), 'x');
    assert.deepEqual(
      bags.map(({ kind }) => kind),
      ['key', 'certificate'],
    );
    assert.equal(structure.keyEncryption[0]?.name, 'PBES1 SHA-1, DES');
  });
});
