import * as fs from 'node:fs';
import * as path from 'node:path';
import { findingsMarkdown } from '../src/core/rules/findingsTable.ts';
import { root } from './lib/paths.ts';
import { runAsScript } from './lib/run.ts';

/** Writes docs/findings.md from the rules; a unit test says when that was forgotten. */
await runAsScript(import.meta.url, async () => {
  await fs.promises.writeFile(path.join(root, 'docs/findings.md'), findingsMarkdown());
});
