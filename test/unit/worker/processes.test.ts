import * as assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { memoryHogs, slowPfx } from '../../fixtures/hostilePfx.ts';
import { PASSWORD, samplePki } from '../../fixtures/samplePki.ts';
import { builtWorker } from './builtWorker.ts';

const MOST_MIB = 256;

interface Ended {
  readonly code: number | null;
  /** what the script printed, a JSON line each */
  readonly lines: readonly unknown[];
}

/**
 * Runs a script in a process of its own: `client` is a WorkerClient, `files` holds the bytes of the files named, `print` writes
 * a line. It must end by itself.
 */
async function runProcess(body: string, files: Readonly<Record<string, Uint8Array>>): Promise<Ended> {
  const folder = fs.mkdtempSync(path.join(path.dirname(builtWorker()), 'process-'));
  for (const [name, bytes] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), bytes);
  const client = new URL('../../../src/worker/workerClient.ts', import.meta.url);
  fs.writeFileSync(
    path.join(folder, 'main.mjs'),
    `import * as fs from 'node:fs';
    import { WorkerClient } from ${JSON.stringify(client.href)};
    const read = (name) => new Uint8Array(fs.readFileSync(${JSON.stringify(folder)} + '/' + name));
    const print = (value) => console.log(JSON.stringify(value));
    const client = new WorkerClient(${JSON.stringify(builtWorker())});
    ${body}`,
  );
  const child = spawn(process.execPath, [path.join(folder, 'main.mjs')], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const code = await new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  fs.rmSync(folder, { recursive: true, force: true });
  return { code, lines: output.split('\n').flatMap((line) => (line ? [JSON.parse(line) as unknown] : [])) };
}

describe('a process with a worker', function () {
  this.timeout(120_000);
  let good: Uint8Array;
  before(async () => {
    good = (await samplePki()).read('good.pfx');
  });
  const open = `client.run('open', { bytes: read('good'), password: ${JSON.stringify(PASSWORD)} })`;

  for (const [what, body] of Object.entries({
    'is idle': `await ${open};`,
    'was disposed': `await ${open}; client.dispose();`,
    'was disposed before it answered': `${open}.catch(() => {}); client.dispose();`,
    'was disposed while it works': `${open}.catch(() => {}); setImmediate(() => client.dispose());`,
    'ran out of time': `await client.run('open', { bytes: read('slow'), password: 'x' }, { timeout: 50 }).catch(() => {});`,
    'was never used': '',
  })) {
    it(`ends by itself when the worker ${what}`, async () => {
      const { code, lines } = await runProcess(`${body} print('end');`, { good, slow: slowPfx() });
      assert.deepEqual({ code, lines }, { code: 0, lines: ['end'] });
    });
  }

  for (const [what, make] of Object.entries(memoryHogs)) {
    it(`stays under ${MOST_MIB} MiB with many ${what}`, async () => {
      // the most that the process holds meanwhile, less what it held before: the worker, and the copies on the way
      const { code, lines } = await runProcess(
        `const bytes = read('hostile');
        const before = process.memoryUsage.rss();
        let most = before;
        const timer = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 1);
        const request = { bytes, password: 'x' };
        const outcome = await client.run('open', request, { timeout: 60_000 }).then(() => 'opened', ({ code }) => code);
        clearInterval(timer);
        await ${open};
        print([outcome, (most - before) / 2 ** 20]);`,
        { good, hostile: make() },
      );
      assert.equal(code, 0);
      const [[outcome, mebibytes] = []] = lines as readonly [outcome: string, mebibytes: number][];
      assert.ok(outcome && mebibytes !== undefined);
      if (process.env['SHOW_MEMORY']) console.log(`${what}: ${outcome}, ${mebibytes} MiB`);
      assert.ok(mebibytes < MOST_MIB, `${what}: ${outcome}, ${mebibytes} MiB`);
      assert.notEqual(outcome, 'crashed');
    });
  }
});
