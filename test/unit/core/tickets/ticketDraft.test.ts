import assert from 'node:assert/strict';
import { escapeMarkdown, codeSpan } from '../../../../src/core/markdown.ts';
import type { Report, ReportEnvironment } from '../../../../src/core/report/report.ts';
import { reportMarkdown } from '../../../../src/core/report/reportMarkdown.ts';
import { reportText } from '../../../../src/core/report/reportText.ts';
import { textToSend } from '../../../../src/core/tickets/textToSend.ts';
import { ticketDraft } from '../../../../src/core/tickets/ticketDraft.ts';
import { golden } from '../../../golden/golden.ts';
import { goldenReport } from '../../../golden/goldenReport.ts';

const ROUTES: readonly ReportEnvironment['route'][] = [
  'lifetimeTicket',
  'lifetimeWizard',
  'lifetimeUnknown',
  'supportCase',
  'selfManaged',
  'personal',
  'odc',
];

function routed(route: ReportEnvironment['route']): Report {
  assert.ok(goldenReport.environment);
  return {
    ...goldenReport,
    environment: { ...goldenReport.environment, route, routeReason: `The reason for ${route}.` },
  };
}

describe('ticket drafts', () => {
  for (const route of ROUTES)
    it(`route ${route} is as recorded`, () => golden(`ticket-${route}.md`, ticketDraft(routed(route)).markdown));

  it('without an environment is as recorded', () =>
    golden('ticket-no-environment.md', ticketDraft({ ...goldenReport, environment: null }).markdown));

  it('asks nothing of OutSystems where there is nothing to ask', () => {
    for (const route of ['selfManaged', 'personal', 'odc'] as const) {
      assert.ok(!ticketDraft(routed(route)).markdown.includes('**Subject:**'), route);
    }
  });

  it('gives what is to be sent without the steps', () => {
    const text = textToSend(ticketDraft(routed('lifetimeTicket')).markdown);
    assert.ok(text.startsWith('**Subject:**'));
    assert.ok(!text.includes('Activate SSL/TLS**'));
  });

  it('gives all of a draft whose heading was taken out', () =>
    assert.equal(textToSend('Dear Support,\r\nplease'), 'Dear Support,\nplease'));
});

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
