import assert from 'node:assert/strict';
import { displayName, formatName, isWithinName, parseName } from '../../../../src/core/x509/names.ts';
import { make } from './openssl.ts';

const CN = [0x06, 3, 0x55, 4, 3];
const O = [0x06, 3, 0x55, 4, 10];

function tlv(tag: number, ...content: number[]): number[] {
  return [tag, content.length, ...content];
}

/** A name of attributes, each in an RDN of its own: type, string tag, text. */
function name(...attributes: [type: number[], tag: number, text: string | number[]][]): ReturnType<typeof parseName> {
  const rdns = attributes.flatMap(([type, tag, text]) =>
    tlv(0x31, ...tlv(0x30, ...type, ...tlv(tag, ...(typeof text === 'string' ? Buffer.from(text) : text)))),
  );
  return parseName(Uint8Array.from(tlv(0x30, ...rdns)));
}

const UTF8 = 12;
const PRINTABLE = 19;
const BMP = 30;

describe('names', () => {
  it('compares without regard to case, type of string, spaces and compatibility forms (RFC 5280 §7.1, RFC 4518 §2)', () => {
    const { key } = name([O, PRINTABLE, 'Example  Corp '], [CN, PRINTABLE, 'Root CA']);
    assert.equal(name([O, UTF8, ' EXAMPLE corp'], [CN, UTF8, 'root\u00a0ca']).key, key);
    assert.equal(
      name([O, UTF8, 'example\u00ad corp'], [CN, BMP, [...Buffer.from('Root CA', 'utf16le').swap16()]]).key,
      key,
    );
    assert.equal(name([O, UTF8, 'ｅｘａｍｐｌｅ corp'], [CN, UTF8, 'root ca']).key, key);
    assert.notEqual(name([O, UTF8, 'examplecorp'], [CN, UTF8, 'root ca']).key, key);
    assert.notEqual(name([CN, UTF8, 'root ca'], [O, UTF8, 'example corp']).key, key);
  });

  it('does not let one value stand for two attributes', () => {
    const forged = name([O, UTF8, 'a\u0001\u00022.5.4.3=b']);
    assert.notEqual(forged.key, name([O, UTF8, 'a'], [CN, UTF8, 'b']).key);
  });

  it('knows a subtree', () => {
    const base = name([O, UTF8, 'Acme']);
    assert.ok(isWithinName(name([O, PRINTABLE, 'ACME'], [CN, UTF8, 'x']).key, base.key));
    assert.ok(!isWithinName(name([O, UTF8, 'Acme Corp'], [CN, UTF8, 'x']).key, base.key));
    assert.ok(isWithinName(name([CN, UTF8, 'x']).key, name().key));
  });

  it('is written as RFC 4514 §4 writes it', () => {
    assert.equal(
      formatName(name([O, UTF8, 'Sue, Grabbit and Runn'], [CN, UTF8, 'L. Eagle'])),
      String.raw`CN=L. Eagle,O=Sue\, Grabbit and Runn`,
    );
    assert.equal(formatName(name([CN, UTF8, '#a "b" '])), String.raw`CN=\#a \"b\"\ `);
  });

  it('is called by its CN, else by the best other attribute', () => {
    assert.equal(displayName(name([O, UTF8, 'Acme'], [CN, UTF8, 'www'])), 'www');
    assert.equal(displayName(name([O, UTF8, 'Acme'])), 'Acme');
    assert.equal(displayName(make({ subject: '/DC=com/DC=example' }).certificate.subject), 'example.com');
    assert.equal(displayName(name()), '');
  });
});
