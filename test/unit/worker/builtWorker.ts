import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

let copy: string | undefined;

/** A copy of the bundle that the extension starts, which stays for this run whatever is built meanwhile. */
export function builtWorker(): string {
  if (copy === undefined) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outsystems-ssl-worker-'));
    process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
    copy = path.join(folder, 'worker.js');
    fs.copyFileSync('dist/worker.js', copy);
    fs.cpSync('dist/core', path.join(folder, 'core'), { recursive: true });
  }
  return copy;
}
