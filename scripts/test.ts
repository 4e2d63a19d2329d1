import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { type Counts, COUNTS_FILE, countsLine, readCounts } from './lib/counts.ts';
import { exitOnSignals } from './lib/exitOnSignals.ts';
import { packageBin, root } from './lib/paths.ts';
import { runAsScript, runNode } from './lib/run.ts';
import { ensureTools } from './vscode/ensureTools.ts';
import { fetchVSCode } from './vscode/fetch.ts';

/** One part of `npm test`: its counts. A check that is not made of tests counts as one. */
interface Stage {
  readonly name: string;
  readonly run: () => Promise<Counts>;
  /** the stage that must have passed for this one to mean anything */
  readonly after?: string;
}

const PASSED: Counts = { passed: 1, failed: 0, skipped: 0 };
const FAILED: Counts = { passed: 0, failed: 1, skipped: 0 };

const stages: readonly Stage[] = [
  { name: 'format', run: () => check([packageBin('oxfmt'), '--check']) },
  { name: 'lint', run: () => check([packageBin('oxlint'), '--type-aware', '--format=unix']) },
  {
    name: 'types',
    run: () =>
      check([packageBin('typescript', 'tsc'), '-p', '.'], [packageBin('typescript', 'tsc'), '-p', 'src/webview']),
  },
  { name: 'unit', run: () => tests('unitTests.ts') },
  { name: 'boringssl', run: () => tests('boringTests.ts') },
  { name: 'build', run: () => check([script('package.ts'), '--no-check']) },
  { name: 'package', run: () => check([script('checkPackage.ts')]), after: 'build' },
  { name: 'host', run: () => tests('hostTests.ts', '--no-build'), after: 'build' },
  { name: 'ui', run: () => tests('uiTests.ts', '--no-build'), after: 'build' },
];

function script(name: string): string {
  return path.join(root, 'scripts', name);
}

async function check(...commands: readonly (readonly [file: string, ...args: string[]])[]): Promise<Counts> {
  for (const [file, ...args] of commands) if ((await runNode(file, args)) !== 0) return FAILED;
  return PASSED;
}

async function tests(name: string, ...args: readonly string[]): Promise<Counts> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'counts-'));
  try {
    const file = path.join(folder, 'counts.json');
    const code = await runNode(script(name), args, { env: { [COUNTS_FILE]: file } });
    const counts = readCounts(file) ?? FAILED;
    // no test ran, or the run broke after its tests: that is a failure of its own
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function runStages(): Promise<Counts> {
  const results = new Map<string, Counts>();
  for (const stage of stages) {
    const start = Date.now();
    console.log(`\n── ${stage.name} ${'─'.repeat(60 - stage.name.length)}`);
    const needed = stage.after === undefined ? undefined : results.get(stage.after);
    const blocked = needed !== undefined && needed.failed > 0;
    if (blocked) console.log(`cannot run: ${stage.after} failed`);
    const counts = blocked ? FAILED : await stage.run();
    results.set(stage.name, counts);
    console.log(
      `${stage.name}: ${countsLine(counts)} (${((Date.now() - start) / 1000).toFixed(1)} s)`.replace(',', ' and'),
    );
  }
  const sum = (key: keyof Counts): number => [...results.values()].reduce((total, counts) => total + counts[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

await runAsScript(import.meta.url, async () => {
  exitOnSignals();
  ensureTools();
  fetchVSCode();
  const counts = await runStages();
  console.log(`\n${countsLine(counts)}`);
  process.exitCode = counts.failed > 0 ? 1 : 0;
});
