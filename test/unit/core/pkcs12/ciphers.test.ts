import * as assert from 'node:assert/strict';
import { blowfishDecryptBlock, expandBlowfishKey } from '../../../../src/core/pkcs12/blowfish.ts';
import { cast5DecryptBlock, expandCast5Key } from '../../../../src/core/pkcs12/cast5.ts';
import { expandRc2Key, rc2DecryptBlock, rc2EncryptBlock } from '../../../../src/core/pkcs12/rc2.ts';
import { rc4 } from '../../../../src/core/pkcs12/rc4.ts';
import { expandSeedKey, seedDecryptBlock } from '../../../../src/core/pkcs12/seed.ts';

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));
const hex = (data: Uint8Array): string => Buffer.from(data).toString('hex');

/** RFC 2268 §5 */
const rc2Vectors: readonly (readonly [key: string, bits: number, clear: string, cipher: string])[] = [
  ['0000000000000000', 63, '0000000000000000', 'ebb773f993278eff'],
  ['ffffffffffffffff', 64, 'ffffffffffffffff', '278b27e42e2f0d49'],
  ['3000000000000000', 64, '1000000000000001', '30649edf9be7d2c2'],
  ['88', 64, '0000000000000000', '61a8a244adacccf0'],
  ['88bca90e90875a', 64, '0000000000000000', '6ccf4308974c267f'],
  ['88bca90e90875a7f0f79c384627bafb2', 64, '0000000000000000', '1a807d272bbe5db1'],
  ['88bca90e90875a7f0f79c384627bafb2', 128, '0000000000000000', '2269552ab0f85ca6'],
  ['88bca90e90875a7f0f79c384627bafb216f80a6f85920584c42fceb0be255daf1e', 129, '0000000000000000', '5b78d3a43dfff1f1'],
];

/** RFC 2144 App. B.1 */
const cast5Vectors = [
  ['0123456712345678234567893456789a', '238b4fe5847e44b2'],
  ['01234567123456782345', 'eb6a711a2c02271b'],
  ['0123456712', '7ac816d16e9b302e'],
] as const;

/** RFC 4269 App. B */
const seedVectors = [
  ['00'.repeat(16), '000102030405060708090a0b0c0d0e0f', '5ebac6e0054e166819aff1cc6d346cdb'],
  ['000102030405060708090a0b0c0d0e0f', '00'.repeat(16), 'c11f22f20140505084483597e4370f43'],
  ['4706480851e61be85d74bfb3fd956185', '83a2f8a288641fb9a4e9a5cc2f131c7d', 'ee54d13ebcae706d226bc3142cd40d4a'],
  ['28dbc3bc49ffd87dcfa509b11d422be7', 'b41e6be2eba84a148e2eed84593c5ec7', '9b9b7bfcd1813cb95d0b3618f40f5122'],
] as const;

/** Of the algorithm's author and of E. Young: keys of 8 to 24 bytes */
const blowfishVectors = [
  ['0000000000000000', '0000000000000000', '4ef997456198dd78'],
  ['ffffffffffffffff', 'ffffffffffffffff', '51866fd5b85ecb8a'],
  ['0123456789abcdef', '1111111111111111', '61f9c3802281b096'],
  ['f0e1d2c3b4a59687', 'fedcba9876543210', 'e87a244e2cc85e82'],
  ['f0e1d2c3b4a5968778695a4b3c2d1e0f', 'fedcba9876543210', '93142887ee3be15c'],
  ['f0e1d2c3b4a5968778695a4b3c2d1e0f0011223344556677', 'fedcba9876543210', '05044b62fa52d080'],
] as const;

/** RFC 6229 §2, the first 16 bytes of the key stream */
const rc4Vectors = [
  ['0102030405', 'b2396305f03dc027ccc3524a0a1118a8'],
  ['0102030405060708090a0b0c0d0e0f10', '9ac7cc9a609d1ef7b2932899cde41b97'],
] as const;

describe('ciphers that runtimes lack', () => {
  for (const [key, bits, clear, cipher] of rc2Vectors) {
    it(`RC2 with ${bits} effective bits of ${key}`, () => {
      const block = bytes(clear);
      rc2EncryptBlock(expandRc2Key(bytes(key), bits), block, 0);
      assert.equal(hex(block), cipher);
      rc2DecryptBlock(expandRc2Key(bytes(key), bits), block, 0);
      assert.equal(hex(block), clear);
    });
  }
  for (const [key, cipher] of cast5Vectors) {
    it(`CAST5 with ${key.length * 4} bits`, () => {
      const block = bytes(cipher);
      cast5DecryptBlock(expandCast5Key(bytes(key)), block, 0);
      assert.equal(hex(block), '0123456789abcdef');
    });
  }
  for (const [key, clear, cipher] of seedVectors) {
    it(`SEED with ${key}`, () => {
      const block = bytes(cipher);
      seedDecryptBlock(expandSeedKey(bytes(key)), block, 0);
      assert.equal(hex(block), clear);
    });
  }
  for (const [key, clear, cipher] of blowfishVectors) {
    it(`Blowfish with ${key}`, () => {
      const block = bytes(cipher);
      blowfishDecryptBlock(expandBlowfishKey(bytes(key)), block, 0);
      assert.equal(hex(block), clear);
    });
  }
  for (const [key, stream] of rc4Vectors) {
    it(`RC4 with ${key.length * 4} bits`, () => {
      assert.equal(hex(rc4(bytes(key), new Uint8Array(16))), stream);
    });
  }
});
