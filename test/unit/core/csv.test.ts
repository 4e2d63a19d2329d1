import assert from 'node:assert/strict';
import { csv } from '../../../src/core/csv.ts';
import { parseCsv } from '../../fixtures/parseCsv.ts';

describe('CSV', () => {
  it('is as RFC 4180 has it', () => {
    const rows = [
      ['plain', 'with, comma', 'with "quotes"'],
      ['two\r\nlines', '', ' spaces '],
    ];
    assert.equal(csv(['a', 'b', 'c'], rows.slice(0, 1)), '\ufeffa,b,c\r\nplain,"with, comma","with ""quotes"""\r\n');
    assert.deepEqual(parseCsv(csv(['a', 'b', 'c'], rows)), [['a', 'b', 'c'], ...rows]);
    assert.equal(csv(['a', 'b'], [[null, -3]]), '\ufeffa,b\r\n,-3\r\n');
  });

  for (const formula of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1'])
    it(`no spreadsheet takes for a formula: ${JSON.stringify(formula)}`, () =>
      assert.deepEqual(parseCsv(csv(['a'], [[formula]])), [['a'], [`'${formula}`]]));

  it('leaves names alone', () =>
    assert.equal(csv(['a'], [['*.acme.com'], ['acme-dev']]), '\ufeffa\r\n*.acme.com\r\nacme-dev\r\n'));
});
