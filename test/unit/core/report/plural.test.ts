import assert from 'node:assert/strict';
import { plural } from '../../../../src/core/report/plural.ts';

describe('counts of things', () => {
  it('are in the singular for one alone, and grouped by thousands as English has it', () => {
    assert.deepEqual(
      [0, 1, 2, 999, 1000, 7300, 1_234_567].map((count) => plural(count, 'day')),
      ['0 days', '1 day', '2 days', '999 days', '1,000 days', '7,300 days', '1,234,567 days'],
    );
    assert.equal(plural(2, 'environment was', 'environments were'), '2 environments were');
    assert.equal(plural(1, 'environment was', 'environments were'), '1 environment was');
  });
});
