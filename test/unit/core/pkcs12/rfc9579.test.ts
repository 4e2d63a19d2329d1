import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openPfx } from '../../../../src/core/pkcs12/open.ts';
import { refusal } from './refusal.ts';

/** The vectors of RFC 9579 App. A as OpenSSL's tests have them; they lie beside the project, where they are provided. */
const folder = fileURLToPath(new URL('../../../../../shared/conformance/pfx/openssl/', import.meta.url));
const vector = (name: string): Uint8Array =>
  new Uint8Array(fs.readFileSync(`${folder}test__recipes__80-test_pkcs12_data__pbmac1_256_256.${name}.p12`));
const PASSWORD = '1234';

describe('PBMAC1 (RFC 9579)', () => {
  before(function () {
    if (!fs.existsSync(folder)) this.skip();
  });

  it('opens a valid file', async () => {
    const { bags, structure } = await openPfx(vector('good-shorter-key-len'), PASSWORD);
    assert.deepEqual(bags.map(({ kind }) => kind).sort(), ['certificate', 'key']);
    assert.equal(structure.mac?.kind, 'pbmac1');
    assert.equal(structure.mac.name, 'PBMAC1 HMAC-SHA-256');
    assert.equal(structure.mac.iterations, 2048);
  });

  it('refuses a wrong iteration count, and opens the file once it is right (A.1)', async () => {
    const bytes = vector('bad-iter');
    const { code, detail } = await refusal(openPfx(bytes, PASSWORD));
    // the encryption opens with the password, so it is the MAC that is at fault
    assert.deepEqual([code, detail.what], ['malformed', 'mac']);
    const at = Buffer.from(bytes).lastIndexOf(Buffer.from('02020801', 'hex'));
    assert.ok(at > 0);
    bytes[at + 3] = 0;
    assert.equal((await openPfx(bytes, PASSWORD)).bags.length, 2);
  });

  for (const name of ['zero-len', 'very-big-len']) {
    it(`refuses a key length out of range: ${name}`, async () => {
      assert.equal((await refusal(openPfx(vector(name), PASSWORD))).code, 'malformed');
    });
  }
});
