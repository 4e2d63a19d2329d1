import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parseAsn1 } from '../../../../src/core/asn1/reader.ts';
import { readOid, readSmallInteger, sequenceOf } from '../../../../src/core/asn1/values.ts';
import { integer, octetString, oid, sequence } from '../../../../src/core/asn1/writer.ts';
import type { CertificateBag } from '../../../../src/core/pkcs12/contents.ts';
import { PfxError } from '../../../../src/core/pkcs12/errors.ts';
import { openPfx } from '../../../../src/core/pkcs12/open.ts';
import { recognise } from '../../../../src/core/pkcs12/recognise.ts';
import { openssl3Form, rc2Form, windowsLegacyForm, writePfx } from '../../../../src/core/pkcs12/writer.ts';

const text = fc.string({ unit: 'binary', maxLength: 20 });

describe('properties', () => {
  it('what is written is read back, whatever password and names', async () => {
    const forms = [openssl3Form, windowsLegacyForm, rc2Form].map((form) => ({ ...form, iterations: 3 }));
    await fc.assert(
      fc.asyncProperty(
        text,
        text,
        fc.constantFrom(...forms),
        fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 5 }),
        async (password, friendlyName, form, contents) => {
          const certificates = contents.map((content) => ({ der: sequence(octetString(content)), friendlyName }));
          const { bags } = await openPfx(await writePfx({ certificates }, password, form), password);
          assert.deepEqual(
            bags.map((bag) => ({
              der: Buffer.from((bag as CertificateBag).der),
              friendlyName: bag.friendlyName ?? '',
            })),
            // some programs end a name with NUL, which is left out
            certificates.map(({ der }) => ({ der: Buffer.from(der), friendlyName: friendlyName.replace(/\0+$/, '') })),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  it('another password does not open it', async () => {
    const written = await writePfx({ certificates: [{ der: sequence() }] }, 'right', {
      ...openssl3Form,
      iterations: 3,
    });
    await fc.assert(
      fc.asyncProperty(text, async (password) => {
        fc.pre(password !== 'right');
        await assert.rejects(openPfx(written, password), { code: 'passwordWrong' });
      }),
      { numRuns: 50 },
    );
  });

  it('any bytes are opened or refused with our error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (noise) => {
        const bytes = Buffer.concat([Buffer.from('3082019002010330820100', 'hex'), noise]);
        assert.equal(typeof recognise(noise), 'string');
        await openPfx(bytes, 'x').catch((error: unknown) => assert.ok(error instanceof PfxError, String(error)));
      }),
      { numRuns: 500 },
    );
  });

  it('integers and object identifiers survive the writer', () => {
    const arcs = fc.tuple(fc.constantFrom(0, 1, 2), fc.nat(39), fc.array(fc.nat(2 ** 31 - 1), { maxLength: 12 }));
    fc.assert(
      fc.property(arcs, fc.nat(2 ** 31 - 1), ([first, second, rest], number) => {
        const dotted = [first, second, ...rest].join('.');
        const [oidNode, integerNode] = sequenceOf(
          parseAsn1(sequence(oid(dotted), integer(number)), { encoding: 'der' }),
          'x',
        );
        assert.equal(readOid(oidNode, 'x'), dotted);
        assert.equal(readSmallInteger(integerNode, 'x'), number);
      }),
    );
  });
});
