import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { getCiphers, getHashes } from 'node:crypto';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { openPfx } from '../../../../src/core/pkcs12/open.ts';
import { refusal } from './refusal.ts';

/** What OpenSSL writes and not every runtime reads: the argument, the name in node:crypto, ours and the OID of the standard. */
const algorithms = [
  ['-certpbe', 'CAMELLIA-256-CBC', 'camellia-256-cbc', 'Camellia-256-CBC', '1.2.392.200011.61.1.1.1.4'],
  ['-certpbe', 'ARIA-192-CBC', 'aria-192-cbc', 'ARIA-192-CBC', '1.2.410.200046.1.1.7'],
  ['-certpbe', 'SM4-CBC', 'sm4-cbc', 'SM4-CBC', '1.2.156.10197.1.104.2'],
  ['-certpbe', 'SEED-CBC', 'seed-cbc', 'SEED-CBC', '1.2.410.200004.1.4'],
  ['-certpbe', 'BF-CBC', '', 'Blowfish-CBC', '1.3.6.1.4.1.3029.1.2'],
  ['-certpbe', 'AES-256-CFB', '', 'AES-256-CFB', '2.16.840.1.101.3.4.1.44'],
  ['-certpbe', 'AES-128-OFB', '', 'AES-128-OFB', '2.16.840.1.101.3.4.1.3'],
  ['-macalg', 'sm3', 'sm3', 'MAC SM3', '1.2.156.10197.1.401'],
  ['-macalg', 'md4', '', 'MAC MD4', '1.2.840.113549.2.4'],
  ['-macalg', 'whirlpool', '', 'MAC Whirlpool', '1.0.10118.3.0.55'],
  ['-macalg', 'blake2b512', '', 'MAC BLAKE2b-512', '1.3.6.1.4.1.1722.12.2.1.16'],
] as const;

describe('rare algorithms', function () {
  this.timeout(30_000);
  const known = new Set([...getCiphers(), ...getHashes()]);
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
});
