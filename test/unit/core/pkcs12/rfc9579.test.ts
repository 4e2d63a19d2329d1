import * as assert from 'node:assert/strict';
import { openPfx } from '../../../../src/core/pkcs12/open.ts';
import { refusal } from './refusal.ts';
import { rfc9579 } from './rfc9579Vectors.ts';

const PASSWORD = '1234';

describe('PBMAC1 (RFC 9579)', () => {
  for (const [name, bytes, hash] of [
    ['A.1', rfc9579.a1, 'SHA-256'],
    ['A.2', rfc9579.a2, 'SHA-256'],
    ['A.3', rfc9579.a3, 'SHA-512'],
  ] as const) {
    it(`${name}: opens a valid file with ${hash}`, async () => {
      const { bags, structure } = await openPfx(bytes, PASSWORD);
      assert.deepEqual(bags.map(({ kind }) => kind).sort(), ['certificate', 'key']);
      const facts = {
        name: `PBMAC1 HMAC-${hash}`,
        kind: 'pbmac1',
        hash: hash.replace('-', '').toLowerCase(),
        iterations: 2048,
      };
      assert.deepEqual(structure.mac, facts);
      assert.equal((await refusal(openPfx(bytes, '12345'))).code, 'passwordWrong');
    });
  }

  for (const [name, bytes, what] of [
    ['A.4', rfc9579.a4, 'a wrong iteration count'],
    ['A.5', rfc9579.a5, 'a wrong salt'],
  ] as const) {
    it(`${name}: refuses ${what}`, async () => {
      const { code, detail } = await refusal(openPfx(bytes, PASSWORD));
      // the encryption opens with the password, so it is the MAC that is at fault
      assert.deepEqual([code, detail.what], ['malformed', 'mac']);
    });
  }

  it('A.6: refuses a file without a key length', async () => {
    assert.equal((await refusal(openPfx(rfc9579.a6, PASSWORD))).code, 'malformed');
  });

  for (const length of [0, 513]) {
    it(`refuses a key length out of range: ${length}`, async () => {
      const bytes = Buffer.from(rfc9579.a1);
      const at = bytes.lastIndexOf(Buffer.from('02020800020120', 'hex')); // 2048 iterations, 32 bytes of key
      assert.ok(at > 0);
      // as many bytes as before: a count below 256 takes one byte less
      if (length < 256) bytes[at + 6] = length;
      else bytes.set([0x02, 0x01, 0x10, 0x02, 0x02, length >> 8, length & 0xff], at);
      const { code, detail } = await refusal(openPfx(bytes, PASSWORD));
      assert.deepEqual([code, detail.what], ['malformed', 'structure']);
    });
  }
});
