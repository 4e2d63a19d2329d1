import * as fs from 'node:fs';
import * as path from 'node:path';
import { findingsMarkdown } from '../src/core/rules/findingsTable.ts';
import { servedFindingsMarkdown } from '../src/core/served/servedFindingsTable.ts';
import { root } from './lib/paths.ts';
import { runAsScript } from './lib/run.ts';

/** Writes docs/findings.md and docs/servedFindings.md from the rules; a unit test says when that was forgotten. */
await runAsScript(import.meta.url, async () => {
  await fs.promises.writeFile(path.join(root, 'docs/findings.md'), findingsMarkdown());
  await fs.promises.writeFile(path.join(root, 'docs/servedFindings.md'), servedFindingsMarkdown());
});
