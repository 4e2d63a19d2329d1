import * as path from 'node:path';
import Mocha from 'mocha';
import type { Counts } from './counts.ts';
import { root } from './paths.ts';

export interface MochaOptions {
  readonly files: readonly string[];
  readonly timeoutMs: number;
  readonly slowMs?: number;
  readonly reporter: 'spec' | 'dot' | Mocha.ReporterConstructor;
}

/**
 * Runs test files in this process; `--grep TEXT` on the command line picks tests. What counts as failed includes
 * hooks, so the sum may exceed the number of tests.
 */
export async function runMocha({ files, reporter, slowMs, timeoutMs }: MochaOptions): Promise<Counts> {
  const mocha = new Mocha({ reporter, timeout: timeoutMs, ...(slowMs === undefined ? {} : { slow: slowMs }) });
  const grep = grepArgument();
  if (grep !== undefined) mocha.grep(grep);
  for (const file of files) mocha.addFile(path.resolve(root, file));
  await mocha.loadFilesAsync();
  return new Promise((resolve) => {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    mocha
      .run(() => resolve(counts))
      .on('pass', () => counts.passed++)
      .on('fail', () => counts.failed++)
      .on('pending', () => counts.skipped++);
  });
}

/** The text after `--grep`, if given. */
export function grepArgument(): string | undefined {
  const at = process.argv.indexOf('--grep');
  return at < 0 ? undefined : process.argv[at + 1];
}
