import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { packagedReadme } from '../../../scripts/lib/packagedReadme.ts';

describe('the README of the package', () => {
  it('has no picture and no link that leads to a file beside it', () => {
    const text = packagedReadme(
      'A [schema](docs/a.json), [b](https://b.example/) and [c](#c).\n\n![d](docs/d.png)\n\n| | |\n| --- | --- |\n| ![e](e.png) | ![f](f.png) |\n\nEnd\n',
    );
    assert.equal(text, 'A schema, [b](https://b.example/) and [c](#c).\n\nEnd\n');
  });

  it('keeps the words', () => {
    const readme = fs.readFileSync('README.md', 'utf8');
    const packaged = packagedReadme(readme);
    for (const [, heading] of readme.matchAll(/^(#+ .*)$/gm)) assert.ok(packaged.includes(heading ?? '?'), heading);
    assert.doesNotMatch(packaged, /\]\((?!https:)|^\| *\| *\|$/m);
    assert.match(packaged, /outsystems-ssl check FILE\.pfx/);
  });
});
