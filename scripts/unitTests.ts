import * as path from 'node:path';
import { BriefReporter } from './lib/briefReporter.ts';
import { leaveCounts } from './lib/counts.ts';
import { findFiles } from './lib/findFiles.ts';
import { root } from './lib/paths.ts';
import { runAsScript, runNode, ScriptError } from './lib/run.ts';
import { runMocha } from './lib/runMocha.ts';

/** Files named on the command line, or all. */
function testFiles(): readonly string[] {
  const named = process.argv.slice(2).filter((argument) => argument.endsWith('.test.ts'));
  return named.length > 0 ? named : findFiles(path.join(root, 'test/unit'), '.test.ts');
}

/** The command line and the worker are tested as they are shipped. */
async function build(): Promise<void> {
  if ((await runNode(path.join(root, 'esbuild.js'))) !== 0)
    throw new ScriptError('The bundles that are tested could not be built.');
}

await runAsScript(import.meta.url, async () => {
  if (!process.argv.includes('--no-build')) await build();
  leaveCounts(await runMocha({ files: testFiles(), timeoutMs: 30_000, reporter: BriefReporter }));
  process.exit(); // a test that leaves a server or a timer behind must not hold the run
});
