import * as assert from 'node:assert/strict';
import { aboutHowLong, estimatedSeconds, insistenceTimeout } from '../../../../src/core/pkcs12/cost.ts';
import { Deriver } from '../../../../src/core/pkcs12/derivation.ts';
import { openProblem } from '../../../../src/core/report/openProblem.ts';

describe('the cost of insisting', () => {
  it('is estimated within a factor of ten of what this computer takes', async () => {
    const iterations = 300_000;
    for (const kind of ['pkcs12', 'pbkdf2'] as const) {
      const how = { kind, hash: 'sha256', salt: new Uint8Array(8), iterations };
      const started = process.cpuUsage();
      await new Deriver(() => {}).derive(how, 1, new Uint8Array(8), 32);
      const { user, system } = process.cpuUsage(started); // of all threads: other work on the machine does not count
      const seconds = (user + system) / 1e6;
      const ratio = estimatedSeconds({ kind, hash: 'sha256', iterations }) / seconds;
      assert.ok(ratio > 0.1 && ratio < 10, `${kind}: ${ratio}`);
    }
  });

  it('grows with iterations and passes, and is not below that of the slowest way known', () => {
    const once = estimatedSeconds({ kind: 'pbkdf2', hash: 'sha1', iterations: 1e6 });
    assert.equal(estimatedSeconds({ kind: 'pbkdf2', hash: 'sha1', iterations: 2e6, passes: 2 }), 4 * once);
    assert.equal(estimatedSeconds({ kind: 'pkcs12', hash: 'sha3-256', iterations: 250_000 }), 1);
  });

  it('sets the time limit: never below ten seconds, never above what a timer takes', () => {
    const timeout = (seconds: number): number => insistenceTimeout({ maxIterations: 1, seconds });
    assert.deepEqual([timeout(0.1), timeout(60), timeout(1e9)], [10_000, 240_000, 2 ** 31 - 1]);
  });

  it('is told in words', () => {
    assert.deepEqual([0.2, 40, 89, 90, 600, 7200, 1e6].map(aboutHowLong), [
      'about one second',
      'about 40 seconds',
      'about 89 seconds',
      'about 2 minutes',
      'about 10 minutes',
      'about 2 hours',
      'about 12 days',
    ]);
    const insist = { maxIterations: 6_000_000, seconds: 120 };
    const limit = { limit: 'iterations', value: 6_000_000, allowed: 5_000_000 } as const;
    const problem = openProblem('limit', { ...limit, insist });
    assert.match(problem.detail, /6,000,000 rounds.*5,000,000.*about 2 minutes, by a rough estimate/);
    assert.equal(problem.insist, insist);
    assert.equal(openProblem('limit', limit).insist, undefined);
  });
});
