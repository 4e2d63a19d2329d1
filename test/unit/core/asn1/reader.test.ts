import assert from 'node:assert/strict';
import { Asn1Error, parseAsn1 } from '../../../../src/core/asn1/reader.ts';

describe('asn1 reader', () => {
  it('reads nested indefinite lengths', () => {
    // X.690 §8.1.3.6, §8.14: SEQUENCE (indefinite) { SEQUENCE (indefinite) { INTEGER 5 } NULL }
    const node = parseAsn1(Uint8Array.from([0x30, 0x80, 0x30, 0x80, 2, 1, 5, 0, 0, 5, 0, 0, 0]), { encoding: 'ber' });
    assert.equal(node.children.length, 2);
    assert.equal(node.children[0]?.children[0]?.contentStart, 6);
    assert.equal(node.end, 13);
  });

  const refused: [string, number[], 'ber' | 'der', string][] = [
    ['nothing', [], 'ber', 'truncated'],
    ['a length past the end', [0x30, 0x05, 2, 1, 5], 'ber', 'truncated'],
    ['a child longer than its parent', [0x30, 0x03, 2, 5, 1, 0, 0, 0, 0], 'ber', 'truncated'],
    ['an indefinite length that never ends', [0x30, 0x80, 2, 1, 5], 'ber', 'truncated'],
    ['an indefinite primitive', [0x04, 0x80, 0, 0], 'ber', 'malformed'],
    ['an indefinite length in DER', [0x30, 0x80, 0, 0], 'der', 'malformed'],
    ['a long form of a short length in DER', [0x04, 0x81, 0x01, 0], 'der', 'malformed'],
    ['a length of five bytes', [0x04, 0x85, 1, 0, 0, 0, 0, 0], 'ber', 'limit'],
    ['a length of five bytes in DER', [0x04, 0x85, 0, 0, 0, 0, 1, 0], 'der', 'limit'],
    ['a length of nine bytes', [0x04, 0x89, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0], 'ber', 'limit'],
    ['bytes behind the end', [5, 0, 0], 'der', 'trailing'],
    [
      '49 levels',
      [...Array.from({ length: 60 }, () => [0x30, 0x80]).flat(), ...Array<number>(120).fill(0)],
      'ber',
      'limit',
    ],
  ];
  for (const [what, bytes, encoding, code] of refused) {
    it(`refuses ${what}`, () => {
      assert.throws(
        () => parseAsn1(Uint8Array.from(bytes), { encoding }),
        (error) => error instanceof Asn1Error && error.code === code,
      );
    });
  }
});
