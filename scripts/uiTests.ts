import * as fs from 'node:fs';
import * as path from 'node:path';
import { startSession } from '../test/ui/support/session.ts';
import { leaveCounts } from './lib/counts.ts';
import { exitOnSignals } from './lib/exitOnSignals.ts';
import { findFiles } from './lib/findFiles.ts';
import { outFolder, root, vsixFile } from './lib/paths.ts';
import { runAsScript, ScriptError } from './lib/run.ts';
import { runMocha } from './lib/runMocha.ts';
import { makePackage } from './package.ts';

/** Files named on the command line, or all. */
function testFiles(): readonly string[] {
  const named = process.argv.slice(2).filter((argument) => argument.endsWith('.test.ts'));
  return named.length > 0 ? named : findFiles(path.join(root, 'test/ui'), '.test.ts');
}

await runAsScript(import.meta.url, async () => {
  exitOnSignals();
  process.chdir(root);
  // `--no-build`: the package that is there is tested
  const vsix = process.argv.includes('--no-build') ? vsixFile() : await makePackage();
  if (!fs.existsSync(vsix)) throw new ScriptError(`${path.basename(vsix)} is missing: npm run package`);
  fs.rmSync(path.join(outFolder, 'ui-failures'), { recursive: true, force: true });
  const session = await startSession(vsix);
  try {
    leaveCounts(await runMocha({ files: testFiles(), timeoutMs: 180_000, slowMs: 10_000, reporter: 'spec' }));
  } finally {
    await session.end();
  }
  process.exit();
});
