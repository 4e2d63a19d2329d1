import * as fs from 'node:fs';

/** How the tests of one run ended. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Set for a test script by scripts/test.ts: the file that it leaves its counts in. */
export const COUNTS_FILE = 'TEST_COUNTS_FILE';

/** Leaves the counts for the caller, if one asked, and sets the exit code: 1 when a test failed or none ran. */
export function leaveCounts(counts: Counts): void {
  writeCounts(counts);
  if (counts.passed === 0) console.error('No test passed.');
  process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
}

/** Leaves counts in which nothing ran for a reason that was told: one skipped, no failure. */
export function leaveSkipped(): void {
  writeCounts({ passed: 0, failed: 0, skipped: 1 });
}

function writeCounts(counts: Counts): void {
  const file = process.env[COUNTS_FILE];
  if (file !== undefined) fs.writeFileSync(file, JSON.stringify(counts));
}

export function readCounts(file: string): Counts | null {
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Counts) : null;
}

/** The line that ends a test run, for people and for programs that read it. */
export function countsLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
