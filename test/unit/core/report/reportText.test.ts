import assert from 'node:assert/strict';
import type { Report } from '../../../../src/core/report/report.ts';
import { reportText } from '../../../../src/core/report/reportText.ts';
import { goldenReport } from '../../../golden/goldenReport.ts';

const summary = 'word '.repeat(30).trim();
const long: Report = {
  ...goldenReport,
  checks: { ...goldenReport.checks, chain: { status: 'pass', summary } },
  findings: goldenReport.findings.map((finding) => ({
    ...finding,
    detail: `${finding.detail} ${summary} http://ca.acme.com/${'a'.repeat(120)}.cer`,
  })),
};

describe('the report on a terminal', () => {
  it('breaks lines between words at the width, and loses none', () => {
    const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);
    const whole = reportText(long);
    assert.ok(whole.includes(summary), 'a pipe gets the lines whole');
    for (const width of [40, 60, 80, 100]) {
      const text = reportText(long, width);
      assert.deepEqual(words(text), words(whole));
      for (const line of text.split('\n')) assert.ok(line.length <= width || !line.trim().includes(' '), line);
    }
  });

  it('begins what follows a summary under it', () => {
    const lines = reportText(long, 60).split('\n');
    const at = lines.findIndex((line) => line.includes('  Chain  '));
    assert.equal(lines[at]?.indexOf('word'), 22);
    assert.equal(lines[at + 1]?.search(/\S/), 22);
  });
});
