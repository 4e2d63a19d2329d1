import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import * as esbuild from 'esbuild';
import { type Counts, leaveCounts, readCounts } from './lib/counts.ts';
import { exitOnSignals } from './lib/exitOnSignals.ts';
import { findFiles } from './lib/findFiles.ts';
import { outFolder, root } from './lib/paths.ts';
import { runAsScript, runNode, ScriptError } from './lib/run.ts';
import { grepArgument } from './lib/runMocha.ts';
import { findDesktop } from './vscode/findDesktop.ts';
import { type HostRun, runInDesktop } from './vscode/hostInDesktop.ts';
import { runInEmbedded } from './vscode/hostInEmbedded.ts';

const testFolder = path.join(root, 'test/host');
const bundleFolder = path.join(outFolder, 'host');

/** Every test/host/**\/*.test.ts as a bundle in out/host, in the same folders. */
async function bundleTests(): Promise<string> {
  fs.rmSync(bundleFolder, { recursive: true, force: true });
  const runner = path.join(testFolder, 'support/runner.ts');
  await esbuild.build({
    entryPoints: [runner, ...findFiles(testFolder, '.test.ts')],
    outdir: bundleFolder,
    outbase: testFolder,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node16',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return path.join(bundleFolder, 'support/runner.js');
}

/** Runs them inside a real extension host: a desktop VS Code's where there is one, else the embedded one's. */
async function runHostTests(): Promise<Counts> {
  const runner = await bundleTests();
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'host-tests-'));
  try {
    const workspace = path.join(temporary, 'workspace');
    fs.mkdirSync(workspace);
    const report = path.join(temporary, 'report.txt');
    const counts = path.join(temporary, 'counts.json');
    fs.writeFileSync(report, '');
    const grep = grepArgument();
    const run: HostRun = {
      runner,
      workspace,
      dataFolder: path.join(temporary, 'data'),
      env: {
        HOST_TEST_REPORT: report,
        HOST_TEST_COUNTS: counts,
        ...(grep === undefined ? {} : { HOST_TEST_GREP: grep }),
      },
    };
    const desktop = findDesktop();
    const problem =
      desktop !== undefined || process.env['VSCODE_DOWNLOAD'] !== undefined
        ? await runInDesktop(run, desktop)
        : await runInEmbedded(run);
    process.stdout.write(fs.readFileSync(report, 'utf8'));
    const result = readCounts(counts);
    if (result === null) throw new ScriptError(`The tests in the extension host left no result. ${problem ?? ''}`);
    return result;
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

await runAsScript(import.meta.url, async () => {
  exitOnSignals();
  // `--no-build`: what dist/ holds is tested
  if (!process.argv.includes('--no-build') && (await runNode(path.join(root, 'esbuild.js'))) !== 0) {
    throw new ScriptError('The build failed.');
  }
  leaveCounts(await runHostTests());
  process.exit();
});
