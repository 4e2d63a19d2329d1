import assert from 'node:assert/strict';
import { codeSpan, escapeMarkdown } from '../../../../src/core/markdown.ts';
import { reportMarkdown } from '../../../../src/core/report/reportMarkdown.ts';
import { reportText } from '../../../../src/core/report/reportText.ts';
import { golden } from '../../../golden/golden.ts';
import { goldenReport } from '../../../golden/goldenReport.ts';

describe('the report as text', () => {
  it('as Markdown is as recorded', () => golden('report.md', reportMarkdown(goldenReport)));
  it('for a terminal is as recorded', () => golden('report.txt', reportText(goldenReport)));
});

describe('text in Markdown', () => {
  const hostile = [
    '**bold**',
    '[x](javascript:alert(1))',
    '<img src=x>',
    '`code`',
    'a|b',
    '_x_',
    'line\nbreak',
    '\u202egnp.exe',
  ];
  for (const text of hostile) {
    it(`stays text: ${JSON.stringify(text)}`, () => {
      const escaped = escapeMarkdown(text);
      assert.ok(!/[\n\u202e]/.test(escaped));
      assert.ok(!/(^|[^\\])[*`[<|]/.test(escaped), escaped);
    });
  }

  it('leaves host names readable', () =>
    assert.equal(escapeMarkdown('my_app.acme.com (main)'), 'my_app.acme.com (main)'));
  it('fences back-ticks', () => assert.equal(codeSpan('a`b'), '``a`b``'));
});
