import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { parseAsn1 } from '../../../../src/core/asn1/reader.ts';
import { readOid } from '../../../../src/core/asn1/values.ts';
import { namedCurve } from '../../../../src/core/x509/curves.ts';

/** Names of OpenSSL for curves that we call as NIST does. */
const NIST: Readonly<Record<string, string>> = {
  prime192v1: 'P-192',
  secp224r1: 'P-224',
  prime256v1: 'P-256',
  secp384r1: 'P-384',
  secp521r1: 'P-521',
};

/** What OpenSSL 3 lists as `secp224r1 : NIST/SECG curve over a 224 bit prime field`, with the OID that it writes. */
function curvesOfOpenssl(): readonly { name: string; bits: number; oid: string }[] {
  const list = execFileSync('openssl', ['ecparam', '-list_curves'], { encoding: 'utf8' }).replace(/:\s+/g, ': ');
  return [...list.matchAll(/^\s*((?:sec|brainpool|prime|SM2)\w*)\s*: .*?\b(\d+) bit/gm)].map(([, name = '', bits]) => {
    const der = execFileSync('openssl', ['ecparam', '-name', name, '-outform', 'DER'], { stdio: 'pipe' });
    return { name, bits: Number(bits), oid: readOid(parseAsn1(new Uint8Array(der), { encoding: 'der' }), 'a curve') };
  });
}

describe('named curves', function () {
  this.timeout(60_000);

  it('are called as OpenSSL calls them, with the size that it states', () => {
    let known = 0;
    for (const { name, bits, oid } of curvesOfOpenssl()) {
      const ours = namedCurve(oid);
      if (!ours) continue;
      known++;
      assert.deepEqual(ours, { name: NIST[name] ?? name, bits }, name);
    }
    assert.ok(known >= 30, `${known} curves`);
    assert.equal(namedCurve('1.2.3'), undefined);
  });
});
