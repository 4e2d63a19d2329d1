import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { applyTemplate, checkTemplate } from '../../../../src/core/tickets/applyTemplate.ts';
import { certificateDraft } from '../../../../src/core/tickets/certificateDraft.ts';
import { PLACEHOLDERS, type Placeholder, type TemplateData } from '../../../../src/core/tickets/placeholders.ts';
import { startingTemplate } from '../../../../src/core/tickets/startingTemplate.ts';
import { TemplateError } from '../../../../src/core/tickets/templateError.ts';
import { golden } from '../../../golden/golden.ts';
import { goldenDraftReport } from '../../../golden/goldenDrafts.ts';

const NAMES = Object.keys(PLACEHOLDERS) as Placeholder[];

function data(given: Partial<TemplateData> = {}): TemplateData {
  return { ...(Object.fromEntries(NAMES.map((name) => [name, name])) as TemplateData), ...given };
}

function problem(template: string): TemplateError {
  try {
    checkTemplate(template);
  } catch (error) {
    if (error instanceof TemplateError) return error;
  }
  return assert.fail(template);
}

describe('the draft template', () => {
  it('is filled in', () =>
    assert.equal(
      applyTemplate('{{ environment.name }}: {{certificate.sha1}}{{date}}\r\n', data({ 'environment.name': 'Prod' })),
      'Prod: certificate.sha1date\n',
    ));

  it('keeps values text, wherever they stand', () => {
    const hostile = { subject: '*x* `y` <img> [a](b)', facts: 'one\n```\n# two' };
    const filled = (template: string): string => applyTemplate(template, data(hostile));
    assert.equal(filled('{{subject}}'), '\\*x\\* \\`y\\` \\<img> \\[a\\](b)\n');
    assert.equal(filled('`{{subject}}`'), '`*x* ’y’ <img> [a](b)`\n');
    assert.equal(
      filled('```\n{{facts}}\n```\n{{subject}}'),
      `\`\`\`\none\n’’’\n# two\n\`\`\`\n\\*x\\* \\\`y\\\` \\<img> \\[a\\](b)\n`,
    );
  });

  it('takes a placeholder for what it is in a value', () =>
    assert.equal(applyTemplate('{{subject}}', data({ subject: '{{steps}}' })), '{{steps}}\n'));

  it('names what there is none of, its line, and all that there are', () => {
    const error = problem('# {{subject}}\n\nx {{subject}} {{environment.password}}');
    assert.deepEqual([error.code, error.line, error.placeholder], ['unknownPlaceholder', 3, 'environment.password']);
    assert.deepEqual(error.known, NAMES);
    assert.match(error.message, /Line 3 .*\{\{environment\.password\}\}.*There are: subject, date/);
    assert.equal(problem('{{toString}}').code, 'unknownPlaceholder');
    assert.equal(problem('{{}}').code, 'unknownPlaceholder');
  });

  it('names what is not closed', () => {
    const error = problem('\n{{subject\n}}');
    assert.deepEqual([error.code, error.line], ['unclosedPlaceholder', 2]);
  });

  it('is described, each placeholder in its place', () => {
    const text = fs.readFileSync('docs/draftTemplate.md', 'utf8');
    const described = [...text.matchAll(/^\| `\{\{(.+?)\}\}` \| \S/gm)].map(([, name]) => name);
    assert.deepEqual(described, NAMES);
    const [, example = ''] = /````markdown\n([^]*?)````/.exec(text) ?? [];
    checkTemplate(example);
  });

  it('with every placeholder is as recorded, and what can be copied is found in it', () => {
    const value = NAMES.filter((name) => PLACEHOLDERS[name] === 'value').map(
      (name) => `- **${name}:** \`{{${name}}}\``,
    );
    const parts = NAMES.filter((name) => PLACEHOLDERS[name] === 'markdown').map((name) => `## ${name}\n\n{{${name}}}`);
    const template = [...value, '', '**Text:**', '', '```text', '{{facts}}', '```', '', parts.join('\n\n')].join('\n');
    const reports = [goldenDraftReport('lifetimeItself', 'errors'), goldenDraftReport('fedRamp', 'errors')];
    const { markdown, fields } = certificateDraft({ reports, language: 'en', template });
    golden('drafts/template.en.md', markdown);
    assert.deepEqual(
      fields.slice(0, value.length).map(({ label }) => label),
      NAMES.slice(0, value.length),
    );
  });

  it('leaves remarks out, and lines count as they stand in the file', () => {
    assert.equal(applyTemplate('{{! one }}\n# {{subject}}\n  {{! two: more }}\nend', data()), '# subject\nend\n');
    assert.equal(problem('{{! one }}\n\n{{subjct}}').line, 3);
    assert.equal(problem('text {{! no remark }}').code, 'unknownPlaceholder');
  });

  it('can be begun with: every placeholder is explained, as in the documentation', () => {
    const template = startingTemplate();
    checkTemplate(template);
    const documented = [
      ...fs.readFileSync('docs/draftTemplate.md', 'utf8').matchAll(/^\| `\{\{([\w.]+)\}\}` \| (.*) \|$/gm),
    ].map(([, name, text]) => `{{! ${name}: ${text} }}`);
    assert.deepEqual(documented.length, NAMES.length);
    for (const line of documented) assert.ok(template.split('\n').includes(line), line);
    const report = goldenDraftReport('lifetimeWizard', 'warnings');
    const filled = certificateDraft({ reports: [report], language: 'en', template }).markdown;
    const { fields } = certificateDraft({ reports: [report], language: 'en' });
    for (const { value } of fields) assert.ok(filled.includes(value), value);
    assert.ok(!filled.includes('{{'));
  });
});
