import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { findingsMarkdown } from '../../../src/core/rules/findingsTable.ts';
import { SERVED_RULES } from '../../../src/core/served/servedRules.ts';
import { servedFindingsMarkdown } from '../../../src/core/served/servedFindingsTable.ts';
import { RULES } from '../../../src/core/rules/table.ts';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly title: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { default: unknown }>> };
  };
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(fs.readFileSync('package.json', 'utf8')) as Manifest;
const readme = fs.readFileSync('README.md', 'utf8');

describe('the documents', () => {
  it('docs/findings.md and docs/servedFindings.md are what the rules say (npm run docs)', () => {
    assert.equal(fs.readFileSync('docs/findings.md', 'utf8'), findingsMarkdown());
    assert.equal(fs.readFileSync('docs/servedFindings.md', 'utf8'), servedFindingsMarkdown());
  });

  it('gives each finding a code of its own', () => {
    const codes = [...RULES, ...SERVED_RULES].map(({ code }) => code);
    assert.deepEqual(codes, [...new Set(codes)]);
  });

  it('README has every setting with its default', () => {
    for (const [name, { default: value }] of Object.entries(manifest.contributes.configuration.properties)) {
      assert.ok(readme.includes(`| \`${name}\` | \`${JSON.stringify(value)}\` |`), name);
    }
  });

  it('README has every command', () => {
    const titles = manifest.contributes.commands.map(({ title }) => title);
    // a cell may name several
    const named = [...readme.matchAll(/^\| (.+?) \|/gm)].flatMap(([, cell = '']) => cell.split(', '));
    assert.deepEqual(
      titles.filter((title) => !named.includes(title)),
      [],
    );
  });

  it('docs/dependencies.md has every dependency in its version', () => {
    const text = fs.readFileSync('docs/dependencies.md', 'utf8');
    const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
    for (const [name, version] of Object.entries(all))
      assert.ok(text.includes(`| \`${name}\` | ${version} |`), `${name} ${version}`);
  });

  it('links only to files that are there', () => {
    for (const document of [
      'README.md',
      ...fs
        .readdirSync('docs')
        .filter((name) => name.endsWith('.md'))
        .map((name) => `docs/${name}`),
    ]) {
      const folder = document.includes('/') ? 'docs/' : '';
      for (const [, target] of fs.readFileSync(document, 'utf8').matchAll(/\]\(((?!https?:|#|data:)[^)\s]+)\)/g)) {
        assert.ok(fs.existsSync(folder + (target ?? '').replace(/#.*$/, '')), `${document}: ${target ?? ''}`);
      }
    }
  });
});
