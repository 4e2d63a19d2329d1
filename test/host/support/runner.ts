// Runs inside the extension host: VS Code calls run(), and takes its rejection as exit code 1.
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as util from 'node:util';
import type Mocha from 'mocha';
import { makePfxFiles } from './pfxFiles.ts';

/** Set by scripts/hostTests.ts: where the report is written, as the host's console reaches nobody. */
const reportFile = process.env['HOST_TEST_REPORT'] ?? path.join(__dirname, 'report.txt');
const countsFile = process.env['HOST_TEST_COUNTS'] ?? path.join(__dirname, 'counts.json');

export async function run(): Promise<void> {
  try {
    await runTests();
  } catch (error) {
    fs.appendFileSync(reportFile, `\n${error instanceof Error ? error.stack : String(error)}\n`);
    throw error;
  }
}

async function runTests(): Promise<void> {
  makePfxFiles();
  const { default: MochaClass } = await import('mocha');
  MochaClass.reporters.Base.consoleLog = (...parts: unknown[]) =>
    fs.appendFileSync(reportFile, `${util.format(...parts)}\n`);
  const grep = process.env['HOST_TEST_GREP'];
  const mocha = new MochaClass({ color: false, timeout: 60_000, ...(grep ? { grep } : {}) });
  for (const file of bundledTests(path.dirname(__dirname))) mocha.addFile(file);
  const counts = await runAll(mocha);
  fs.writeFileSync(countsFile, JSON.stringify(counts));
  if (counts.failed > 0) throw new Error(`${counts.failed} failed`);
  if (counts.passed === 0) throw new Error('no test passed');
}

function runAll(mocha: Mocha): Promise<{ passed: number; failed: number; skipped: number }> {
  return new Promise((resolve) => {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    mocha
      .run(() => resolve(counts))
      .on('pass', () => counts.passed++)
      .on('fail', () => counts.failed++)
      .on('pending', () => counts.skipped++);
  });
}

/** What scripts/hostTests.ts bundled, every file of it. */
function bundledTests(folder: string): readonly string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return bundledTests(file);
    return entry.name.endsWith('.test.js') ? [file] : [];
  });
}
