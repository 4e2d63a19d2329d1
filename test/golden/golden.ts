import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';

/** Compares text with the file recorded in this folder; `UPDATE_GOLDEN=1` records it anew, for a person to look at. */
export function golden(name: string, actual: string): void {
  const file = path.join('test/golden', name);
  if (process.env['UPDATE_GOLDEN']) fs.writeFileSync(file, actual);
  assert.equal(actual, fs.readFileSync(file, 'utf8'));
}
