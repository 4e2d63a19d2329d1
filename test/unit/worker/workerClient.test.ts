import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { PublicContents } from '../../../src/core/pkcs12/publicContents.ts';
import { RefusedError, type RunOptions, WorkerClient, type WorkerError } from '../../../src/worker/workerClient.ts';
import type { Opened } from '../../../src/worker/messages.ts';
import { slowPfx } from '../../fixtures/hostilePfx.ts';
import { PASSWORD, samplePki } from '../../fixtures/samplePki.ts';
import { builtWorker } from './builtWorker.ts';

describe('the worker, as the editor uses it', function () {
  this.timeout(60_000);
  let good: Uint8Array;
  let client: WorkerClient;
  const open = (bytes = good, password = PASSWORD, options: RunOptions = {}): Promise<Opened> =>
    client.run('open', { bytes, password }, options);
  const kinds = ({ bags }: PublicContents): string => bags.map(({ kind }) => kind).join();
  const GOOD = 'certificate,certificate,certificate,key';

  before(async () => {
    good = (await samplePki()).read('good.pfx');
  });
  beforeEach(() => {
    client = new WorkerClient(builtWorker());
  });
  afterEach(() => client.dispose());

  it('answers many tasks one after another', async () => {
    for (let i = 0; i < 20; i++) assert.equal(kinds((await open()).contents), GOOD);
  });

  it('answers queued tasks in their order, whatever becomes of each', async () => {
    const done: string[] = [];
    const note = (name: string, task: Promise<unknown>): Promise<unknown> =>
      task.then(
        () => done.push(name),
        (error: WorkerError | RefusedError) => done.push(`${name} ${error.code}`),
      );
    await Promise.all([
      note('slow', open(slowPfx(), 'x', { timeout: 200 })),
      note('good', open()),
      note('wrong password', open(good, 'x')),
      note('certificates', client.run('readAuthorities', { bytes: Buffer.from('hello') })),
      note('good again', open()),
    ]);
    assert.deepEqual(done, ['slow timeout', 'good', 'wrong password passwordWrong', 'certificates', 'good again']);
  });

  it('refuses with the code, its detail and what is said of it', async () => {
    const refused = async (bytes: Uint8Array, password = PASSWORD): Promise<RefusedError> => {
      const error: unknown = await open(bytes, password).catch((reason: unknown) => reason);
      assert.ok(error instanceof RefusedError, String(error));
      return error;
    };
    assert.equal((await refused(good, 'x')).code, 'passwordWrong');
    const zip = await refused(Buffer.from('PK\x03\x04 and more of a ZIP file'));
    assert.deepEqual([zip.code, zip.detail.kind], ['notPfx', 'zip']);
    assert.match(zip.problem.title, /ZIP/);
    const large = await refused(new Uint8Array(17 << 20));
    assert.deepEqual([large.code, large.detail.limit], ['limit', 'size']);
  });

  it('ends a file that takes too long, and opens the next one', async () => {
    for (const bytes of [slowPfx(), slowPfx(false)]) {
      await assert.rejects(open(bytes, 'x', { timeout: 300 }), { name: 'WorkerError', code: 'timeout' });
      assert.equal(kinds((await open()).contents), GOOD);
    }
  });

  it('ends a task that is cancelled, and opens the next file', async () => {
    const controller = new AbortController();
    const slow = open(slowPfx(), 'x', { signal: controller.signal });
    setImmediate(() => controller.abort());
    await assert.rejects(slow, { name: 'WorkerError', code: 'cancelled' });
    assert.equal(kinds((await open()).contents), GOOD);
  });

  it('does not begin a task that was cancelled before', async () => {
    const controller = new AbortController();
    controller.abort();
    await assert.rejects(open(good, PASSWORD, { signal: controller.signal }), { code: 'cancelled' });
    const queued = new AbortController();
    const first = open();
    const second = open(good, PASSWORD, { signal: queued.signal });
    queued.abort();
    await assert.rejects(second, { code: 'cancelled' });
    assert.equal(kinds((await first).contents), GOOD);
  });

  it('takes no task once it is disposed', async () => {
    await open();
    client.dispose();
    await assert.rejects(open(), { code: 'cancelled' });
  });

  it('tells a crash of the worker, and works again with the next task', async () => {
    const script = path.join(path.dirname(builtWorker()), 'crashing.js');
    const flag = `${script}.crash`;
    const crash = (how: string): void => fs.writeFileSync(flag, how);
    // the first message of a thread that finds the flag ends it: by an exception, by exiting, or for want of memory
    fs.writeFileSync(
      script,
      `const fs = require('node:fs'), { parentPort } = require('node:worker_threads'), flag = ${JSON.stringify(flag)};
      parentPort.on('message', () => {
        if (!fs.existsSync(flag)) return;
        const how = fs.readFileSync(flag, 'utf8');
        fs.rmSync(flag);
        if (how === 'exit') process.exit(3);
        if (how === 'throw') throw new Error('on purpose');
        const full = [];
        for (;;) full.push(new Array(1e5).fill(full.length));
      });
      require('./worker.js');`,
    );
    client = new WorkerClient(script);
    for (const how of ['throw', 'exit', 'memory']) {
      assert.equal(kinds((await open()).contents), GOOD);
      crash(how);
      await assert.rejects(open(), { name: 'WorkerError', code: 'crashed' }, how);
    }
    assert.equal(kinds((await open()).contents), GOOD);
  });

  it('tells a request that makes no sense as a crash', async () => {
    await assert.rejects(client.run('open', {} as never), { code: 'crashed' });
    assert.equal(kinds((await open()).contents), GOOD);
  });

  it('leaves the bytes to their owner', async () => {
    const { length } = good;
    await open();
    assert.equal(good.length, length); // a transferred buffer would be empty
  });
});
