import * as assert from 'node:assert/strict';
import {
  contextConstructed,
  element,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
} from '../../../../src/core/asn1/writer.ts';
import type { Insistence } from '../../../../src/core/pkcs12/cost.ts';
import { Limit } from '../../../../src/core/pkcs12/limits.ts';
import { digestByOid, Oid, oidOf } from '../../../../src/core/pkcs12/oids.ts';
import { openPfx } from '../../../../src/core/pkcs12/open.ts';
import { refusal } from './refusal.ts';

const salt = octetString(new Uint8Array(8));
const data = (content: Uint8Array): Uint8Array => sequence(oid(Oid.data), contextConstructed(0, octetString(content)));
const pfx = (content: Uint8Array, ...mac: readonly Uint8Array[]): Uint8Array =>
  sequence(integer(3), data(content), ...mac);
const mac = (iterations: Uint8Array): Uint8Array => {
  const info = sequence(sequence(oid(oidOf(digestByOid, 'sha1')), nullValue()), octetString(new Uint8Array(20)));
  return sequence(info, salt, iterations);
};
const bag = (type: string, value: Uint8Array): Uint8Array => sequence(oid(type), contextConstructed(0, value));
const shrouded = (algorithm: Uint8Array): Uint8Array =>
  bag(Oid.shroudedKeyBag, sequence(algorithm, octetString(new Uint8Array(16))));
const pbe = (iterations: number): Uint8Array =>
  sequence(oid(Oid.pbeSha1TripleDes), sequence(salt, integer(iterations)));
const scrypt = (n: number, r: number, p: number): Uint8Array => {
  const kdf = sequence(oid(Oid.scrypt), sequence(salt, integer(n), integer(r), integer(p)));
  return sequence(oid(Oid.pbes2), sequence(kdf, sequence(oid(Oid.aes256Cbc), octetString(new Uint8Array(16)))));
};
const safe = (...bags: readonly Uint8Array[]): Uint8Array => pfx(sequence(data(sequence(...bags))));

const crlValue = sequence(oid(Oid.x509Crl), contextConstructed(0, octetString(sequence())));
const crl = bag(Oid.crlBag, crlValue);

const limit = async (bytes: Uint8Array, options = {}): Promise<unknown> => {
  const started = performance.now();
  const { code, detail } = await refusal(openPfx(bytes, 'x', options));
  assert.ok(performance.now() - started < 1000, 'refused before the work is done');
  return [code, detail.limit ?? detail.what, detail.value];
};

describe('limits of a PFX', () => {
  it('iterations of one derivation', async () => {
    const tooMany = Limit.iterations + 1;
    assert.deepEqual(await limit(pfx(sequence(), mac(integer(tooMany)))), ['limit', 'iterations', tooMany]);
    assert.deepEqual(await limit(safe(shrouded(pbe(2 ** 31 - 1)))), ['limit', 'iterations', 2 ** 31 - 1]);
  });

  it('a user may insist', async () => {
    const iterations = Limit.iterations + 1;
    const { code } = await refusal(
      openPfx(pfx(sequence(), mac(integer(iterations))), 'x', { maxIterations: iterations }),
    );
    assert.equal(code, 'passwordWrong');
  }).timeout(20_000);

  it('what it costs to insist, and with how much', async () => {
    const tooMany = 2 * Limit.iterations;
    const insist = async (bytes: Uint8Array): Promise<unknown> => (await refusal(openPfx(bytes, 'x'))).detail.insist;
    const once = (await insist(pfx(sequence(), mac(integer(tooMany))))) as Insistence;
    assert.equal(once.maxIterations, tooMany);
    // two blocks of SHA-1 for the key of 3DES, one for the IV, one for the key of the MAC
    const all = (await insist(
      pfx(sequence(data(sequence(shrouded(pbe(tooMany))))), mac(integer(tooMany))),
    )) as Insistence;
    assert.deepEqual(all, { maxIterations: tooMany, seconds: 4 * once.seconds });
    assert.ok(once.seconds > 0.2 && once.seconds < 20, `${once.seconds} s for ten million rounds`);
    const many = Array.from({ length: 10 }, () => shrouded(pbe(Limit.iterations)));
    const together = (await insist(safe(...many))) as Insistence;
    assert.equal(together.maxIterations, (10 * Limit.iterations) / 4);
    const again = await refusal(openPfx(safe(...many), 'x', { maxIterations: together.maxIterations - 1 }));
    assert.equal(again.detail.limit, 'totalIterations');
  });

  it('no insisting on more than can be counted, nor on memory', async () => {
    for (const bytes of [pfx(sequence(), mac(integer(2 ** 31))), safe(shrouded(scrypt(2 ** 20, 8, 1)))]) {
      const { code, detail } = await refusal(openPfx(bytes, 'x', { maxIterations: 2 ** 40 }));
      assert.deepEqual([code, detail.insist], ['limit', undefined]);
    }
  });

  it('iterations of all derivations', async () => {
    const bags = Array.from({ length: 5 }, () => shrouded(pbe(Limit.iterations)));
    assert.deepEqual(await limit(safe(...bags)), ['limit', 'totalIterations', 5 * Limit.iterations]);
  });

  it('no iterations, or less', async () => {
    assert.deepEqual(await limit(pfx(sequence(), mac(integer(0)))), ['malformed', 'iterations', undefined]);
    assert.deepEqual(await limit(pfx(sequence(), mac(element(2, Uint8Array.of(0xff))))), [
      'malformed',
      'iterations',
      undefined,
    ]);
  });

  it('scrypt', async () => {
    assert.deepEqual(await limit(safe(shrouded(scrypt(2 ** 20, 8, 1)))), ['limit', 'scryptMemory', 2 ** 30]);
    assert.deepEqual(await limit(safe(shrouded(scrypt(2 ** 10, 8, 65)))), ['limit', 'scryptParallelization', 65]);
    assert.deepEqual(await limit(safe(shrouded(scrypt(2 ** 17, 8, 64)))), ['limit', 'totalIterations', 2 ** 26]);
  });

  it('bags, nested safes, depth, elements and size', async () => {
    const many = Array.from({ length: Limit.bags + 1 }, () => crl);
    assert.deepEqual(await limit(safe(...many)), ['limit', 'bags', Limit.bags + 1]);
    let nested = crl;
    for (let i = 0; i < Limit.nesting; i++) nested = bag(Oid.safeContentsBag, sequence(nested));
    assert.deepEqual(await limit(safe(nested)), ['limit', 'nesting', Limit.nesting + 1]);
    let deep: Uint8Array = sequence();
    for (let i = 0; i < 1000; i++) deep = sequence(deep);
    assert.deepEqual(await limit(sequence(integer(3), deep)), ['limit', 'depth', Limit.depth + 1]);
    const indefinite = Buffer.concat([
      sequence(integer(3), sequence()).subarray(0, 5),
      Buffer.from('3080'.repeat(50_000), 'hex'),
    ]);
    assert.equal((await refusal(openPfx(indefinite, 'x'))).detail.limit ?? 'truncated', 'truncated');
    const wide = sequence(...Array.from({ length: Limit.nodes }, () => nullValue()));
    assert.deepEqual(await limit(pfx(wide)), ['limit', 'nodes', Limit.nodes + 1]);
    assert.deepEqual(await limit(new Uint8Array(Limit.size + 1)), ['limit', 'size', Limit.size + 1]);
  });

  it('eight nested safes are read in order', async () => {
    let nested = crl;
    for (let i = 0; i < Limit.nesting - 1; i++) nested = bag(Oid.safeContentsBag, sequence(nested));
    const { bags } = await openPfx(safe(nested, bag(Oid.secretBag, sequence(oid('1.2.3')))), undefined);
    assert.deepEqual(
      bags.map(({ kind, index }) => [kind, index]),
      [
        ['crl', 0],
        ['secret', 1],
      ],
    );
  });
});

describe('structures that are refused or told', () => {
  it('signed and enveloped files', async () => {
    const signed = sequence(integer(3), sequence(oid(Oid.signedData), contextConstructed(0, sequence())));
    assert.deepEqual(await limit(signed), ['publicKeyMode', 'signed', undefined]);
    const enveloped = pfx(sequence(sequence(oid(Oid.envelopedData), contextConstructed(0, sequence()))));
    assert.deepEqual(await limit(enveloped), ['publicKeyMode', 'enveloped', undefined]);
  });

  it('algorithms that are not supported, with name and OID', async () => {
    const gost = '1.2.643.2.2.9';
    const info = sequence(sequence(oid(gost), nullValue()), octetString(new Uint8Array(32)));
    const { code, detail } = await refusal(openPfx(pfx(sequence(), sequence(info, salt, integer(1))), undefined));
    assert.deepEqual([code, detail.oid, detail.algorithm], ['unsupportedAlgorithm', gost, 'MAC GOST R 34.11-94']);
    const key = await refusal(openPfx(safe(shrouded(sequence(oid('1.2.3.4'), nullValue()))), 'x'));
    assert.deepEqual([key.code, key.detail.oid], ['unsupportedAlgorithm', '1.2.3.4']);
  });

  it('a bag that is not well-formed does not spoil the others', async () => {
    const broken = bag(Oid.certificateBag, nullValue());
    const { bags } = await openPfx(safe(broken, bag('1.2.3', nullValue()), crl), undefined);
    assert.deepEqual(
      bags.map(({ kind }) => kind),
      ['unreadable', 'unknown', 'crl'],
    );
  });

  it('attributes that stand twice', async () => {
    const attribute = sequence(oid(Oid.localKeyId), element(0x31, octetString(Uint8Array.of(0xab))));
    const parts = [oid(Oid.crlBag), contextConstructed(0, crlValue)];
    const { bags } = await openPfx(safe(sequence(...parts, element(0x31, attribute, attribute))), undefined);
    assert.deepEqual(bags[0]?.duplicateAttributes, [Oid.localKeyId]);
    assert.equal(bags[0]?.localKeyId, 'ab');
  });
});
