import * as assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { iterateHash } from '../../../../src/core/pkcs12/iterateHash.ts';
import { pkcs12Passwords } from '../../../../src/core/pkcs12/passwords.ts';
import { pkcs12Kdf } from '../../../../src/core/pkcs12/pkcs12Kdf.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase();

/** Published with the RSA Data Security test of PKCS#12 v1, and used by OpenSSL, Bouncy Castle and GnuTLS. */
const vectors: readonly (readonly [
  password: string,
  salt: string,
  iterations: number,
  purpose: number,
  key: string,
])[] = [
  ['smeg', '0A58CF64530D823F', 1, 1, '8AAAE6297B6CB04642AB5B077851284EB7128F1A2A7FBCA3'],
  ['smeg', '0A58CF64530D823F', 1, 2, '79993DFE048D3B76'],
  ['smeg', '642B99AB44FB4B1F', 1, 1, 'F3A95FEC48D7711E985CFE67908C5AB79FA3D7C5CAA5D966'],
  ['smeg', '642B99AB44FB4B1F', 1, 2, 'C0A38D64A79BEA1D'],
  ['smeg', '3D83C0E4546AC140', 1, 3, '8D967D88F6CAA9D714800AB3D48051D63F73A312'],
  ['queeg', '05DEC959ACFF72F7', 1000, 1, 'ED2034E36328830FF09DF1E1A07DD357185DAC0D4F9EB3D4'],
  ['queeg', '05DEC959ACFF72F7', 1000, 2, '11DEDAD7758D4860'],
  ['queeg', '1682C0FC5B3F7EC5', 1000, 1, '483DD6E919D7DE2E8E648BA8F862F3FBFBDC2BCB2C02957F'],
  ['queeg', '1682C0FC5B3F7EC5', 1000, 2, '9D461D1B00355C50'],
  ['queeg', '263216FCC2FAB31C', 1000, 3, '5EC4C7A80DF652294C3925B6489A7AB857C83476'],
];

describe('key derivation of PKCS#12', () => {
  for (const [password, salt, iterations, purpose, key] of vectors) {
    it(`gives the published bytes: ${password}, ${salt}, purpose ${purpose}`, async () => {
      const derived = await pkcs12Kdf(
        {
          hash: 'sha1',
          purpose,
          password: pkcs12Passwords(password)[0]?.bytes ?? new Uint8Array(0),
          salt: Buffer.from(salt, 'hex'),
          iterations,
          length: key.length / 2,
        },
        () => {},
      );
      assert.equal(hex(derived), key);
    });
  }
});

describe('the hash loop', () => {
  for (const hash of ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha512-256']) {
    it(`is ${hash} over and over`, async () => {
      for (const rounds of [1, 2, 2047, 2049]) {
        let expected: Uint8Array = createHash(hash).update('begin').digest();
        const actual = await iterateHash(hash, expected, rounds, () => {});
        for (let i = 0; i < rounds; i++) expected = createHash(hash).update(expected).digest();
        assert.equal(hex(actual), hex(expected));
      }
    });
  }

  it('lets the event loop run and can be stopped', async () => {
    let looks = 0;
    const stopped = iterateHash('sha1', new Uint8Array(20), 1e9, () => {
      if (++looks === 3) throw new RangeError('enough');
    });
    await assert.rejects(stopped, RangeError);
  });
});
