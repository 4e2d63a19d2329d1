import assert from 'node:assert/strict';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { integerBytes, nullValue, octetString, oid, sequence } from '../../../../src/core/asn1/writer.ts';
import { isConsistent } from '../../../../src/core/pkcs12/keyConsistency.ts';
import { readPrivateKey } from '../../../../src/core/pkcs12/privateKey.ts';

const RSA_PARTS = ['n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi'] as const;
type Parts = Readonly<Record<(typeof RSA_PARTS)[number], Uint8Array>>;

function partsOf(key: KeyObject): Parts {
  const jwk = key.export({ format: 'jwk' }) as Readonly<Record<string, string>>;
  return Object.fromEntries(
    RSA_PARTS.map((name) => [name, new Uint8Array(Buffer.from(jwk[name] ?? '', 'base64url'))]),
  ) as Parts;
}

/** A PrivateKeyInfo put together from its numbers. */
function pkcs8(parts: Parts): Uint8Array {
  const zero = integerBytes(Uint8Array.of(0));
  const numbers = RSA_PARTS.map((name) => integerBytes(Uint8Array.of(0, ...parts[name])));
  return sequence(zero, sequence(oid('1.2.840.113549.1.1.1'), nullValue()), octetString(sequence(zero, ...numbers)));
}

describe('whether a private key belongs to itself', () => {
  const [a, b] = [0, 1].map(() => partsOf(generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey));
  assert.ok(a && b);

  it('takes RSA keys whose numbers fit', () => assert.ok(isConsistent(readPrivateKey(pkcs8(a)))));

  const stitched: readonly [what: string, parts: Parts][] = [
    ['the modulus of another key', { ...b, n: a.n }],
    ['the secret exponent of another key', { ...a, d: b.d }],
    ['the primes of another key', { ...a, p: b.p, q: b.q }],
    ['a changed bit in a prime', { ...a, p: a.p.map((byte, i) => (i === 9 ? byte ^ 1 : byte)) }],
  ];
  for (const [what, parts] of stitched)
    it(`tells ${what}`, () => assert.ok(!isConsistent(readPrivateKey(pkcs8(parts)))));

  for (const namedCurve of ['P-256', 'P-384']) {
    it(`tells a ${namedCurve} key with the public point of another`, () => {
      const [own, other] = [0, 1].map(
        () =>
          new Uint8Array(generateKeyPairSync('ec', { namedCurve }).privateKey.export({ type: 'pkcs8', format: 'der' })),
      );
      assert.ok(own && other);
      assert.ok(isConsistent(readPrivateKey(own)));
      const size = namedCurve === 'P-256' ? 64 : 96;
      const stitchedKey = Uint8Array.from([...own.slice(0, own.length - size), ...other.slice(other.length - size)]);
      assert.ok(!isConsistent(readPrivateKey(stitchedKey)));
    });
  }
});
