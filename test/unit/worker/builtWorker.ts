import * as fs from 'node:fs';
import * as path from 'node:path';
import { temporaryFolder } from '../../fixtures/temporaryFolder.ts';

let copy: string | undefined;

/** A copy of the bundle that the extension starts, which stays for this run whatever is built meanwhile. */
export function builtWorker(): string {
  if (copy === undefined) {
    const folder = temporaryFolder('worker');
    copy = path.join(folder, 'worker.js');
    fs.copyFileSync('dist/worker.js', copy);
    fs.cpSync('dist/core', path.join(folder, 'core'), { recursive: true });
  }
  return copy;
}
