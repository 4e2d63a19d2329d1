import assert from 'node:assert/strict';
import { OnlineCache } from '../../../src/net/onlineCache.ts';

describe('what is kept of the network', () => {
  const MIB = 2 ** 20;

  it('counts until it runs out', () => {
    const cache = new OnlineCache();
    cache.keepAnswer('a', Uint8Array.of(1), 1000);
    assert.deepEqual([cache.answer('a', 1000)?.body, cache.answer('a', 1001)], [Uint8Array.of(1), undefined]);
  });

  it('is at most 8 MiB: the oldest make room', () => {
    const cache = new OnlineCache();
    for (let i = 0; i < 9; i++) cache.keepAnswer(`answer ${i}`, new Uint8Array(MIB), 1);
    assert.deepEqual(
      [0, 1, 8].map((i) => cache.answer(`answer ${i}`, 0) !== undefined),
      [false, true, true],
    );
    for (let i = 0; i < 8; i++) cache.keepAnswer('answer 8', new Uint8Array(MIB), 1);
    assert.ok(cache.answer('answer 1', 0), 'the same again takes no more room');
  });

  it('holds a certificate once, whoever gave it', () => {
    const cache = new OnlineCache();
    for (let i = 0; i < 20; i++) cache.keepCertificates(`http://${i}.example/`, [new Uint8Array(MIB)]);
    assert.equal(cache.certificates('http://0.example/')[0]?.length, MIB);
    assert.deepEqual(cache.certificates('http://elsewhere.example/'), []);
  });
});
