import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { WorkerClient } from '../src/worker/workerClient.ts';
import { pfxFiles } from '../test/fixtures/pfxFiles.ts';
import { PASSWORD as PKI_PASSWORD, samplePki } from '../test/fixtures/samplePki.ts';
import { benchmarkJudging } from './benchmarkJudging.ts';
import { benchmarkProbing } from './benchmarkProbing.ts';
import { type Measurement, median, millisOf, printTable } from './lib/measurements.ts';
import { distFolder, root } from './lib/paths.ts';
import { outputOf, runAsScript, runNode, ScriptError } from './lib/run.ts';

const PASSWORD = 'test-Pass1';
const HOLD = { millis: 20 };

interface PfxBenchmark {
  readonly name: string;
  readonly file: string;
  /** most that ours may take, in times of `openssl pkcs12` */
  readonly target: number;
  readonly rounds: number;
}

/** The files, in a folder that goes with this process. */
async function makeFiles(): Promise<readonly PfxBenchmark[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'benchmark-'));
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  for (const { name, bytes } of await pfxFiles()) fs.writeFileSync(path.join(folder, `${name}.pfx`), bytes);
  const source = ['pkcs12', '-in', 'key-rsa.pfx', '-passin', `pass:${PASSWORD}`, '-passout', `pass:${PASSWORD}`];
  const run = (...args: readonly string[]): void => void outputOf('openssl', args, { cwd: folder });
  run(...source, '-out', 'parts.pem');
  const again = [
    'pkcs12',
    '-export',
    '-in',
    'parts.pem',
    '-passin',
    `pass:${PASSWORD}`,
    '-passout',
    `pass:${PASSWORD}`,
  ];
  run(...again, '-iter', '600000', '-out', 'pbes2.pfx');
  const tripleDes = ['-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'];
  run(...again, ...tripleDes, '-iter', '600000', '-out', 'pbe-sha1.pfx');
  const file = (name: string): string => path.join(folder, name);
  return [
    { name: 'OpenSSL 3 default, 2,048 iterations', file: file('openssl3.pfx'), target: 1, rounds: 31 },
    { name: 'keytool, 10,000 iterations', file: file('keytool.pfx'), target: 1, rounds: 31 },
    { name: 'PBES2, 600,000 iterations', file: file('pbes2.pfx'), target: 2.5, rounds: 7 },
    { name: 'PBE-SHA1-3DES, 600,000 iterations', file: file('pbe-sha1.pfx'), target: 2.5, rounds: 7 },
  ];
}

interface Opening {
  readonly row: Measurement;
  /** the longest that one opening held this thread's event loop; what our code does it does each time, so the least counts */
  readonly held: number;
  /** the time that this thread's event loop was busy with one opening: no single hold can be longer */
  readonly busy: number;
}

/** Ours and OpenSSL's in turns, so that what else the machine does falls on both. */
async function benchmarkOpening(worker: WorkerClient, { name, file, target, rounds }: PfxBenchmark): Promise<Opening> {
  const bytes = new Uint8Array(fs.readFileSync(file));
  const ours: number[] = [];
  const theirs: number[] = [];
  const held: number[] = [];
  const busy: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const loop = monitorEventLoopDelay({ resolution: 1 }); // a new one: it would count the wait for OpenSSL else
    const before = performance.eventLoopUtilization();
    loop.enable();
    ours.push(await millisOf(() => worker.run('open', { bytes, password: PASSWORD })));
    loop.disable();
    busy.push(performance.eventLoopUtilization(before).active);
    held.push(loop.max / 1e6);
    const options = ['-legacy', '-noout', '-passin', `pass:${PASSWORD}`];
    theirs.push(await millisOf(() => openssl('pkcs12', '-in', file, ...options)));
  }
  const row = { name, ours: median(ours), theirs: median(theirs), target: { ratio: target } };
  return { row, held: Math.min(...held), busy: median(busy) };
}

function openssl(...args: readonly string[]): void {
  const { status, stderr } = spawnSync('openssl', args, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  if (status !== 0) throw new ScriptError(`openssl ${args.join(' ')} failed:\n${stderr}`);
}

/** Opening beside what OpenSSL takes for the same file, its process start included. */
async function benchmarkAllOpening(): Promise<readonly Measurement[]> {
  if ((await runNode(path.join(root, 'esbuild.js'), ['--production'])) !== 0)
    throw new ScriptError('The worker could not be built.');
  const files = await makeFiles();
  const worker = new WorkerClient(path.join(distFolder, 'worker.js'));
  const good = (await samplePki()).read('good.pfx');
  for (let i = 0; i < 30; i++) await worker.run('open', { bytes: good, password: PKI_PASSWORD }); // warm
  const openings: Opening[] = [];
  for (const file of files) openings.push(await benchmarkOpening(worker, file));
  worker.dispose();
  const most = (values: readonly number[]): number => Math.max(...values);
  return [
    ...openings.map(({ row }) => row),
    { name: 'event loop of the caller: longest hold', ours: most(openings.map(({ held }) => held)), target: HOLD },
    { name: 'event loop of the caller: busy in all', ours: most(openings.map(({ busy }) => busy)), target: HOLD },
  ];
}

const PARTS: Readonly<Record<string, () => Promise<readonly Measurement[]>>> = {
  judging: () => benchmarkJudging(openssl),
  opening: benchmarkAllOpening,
  probing: benchmarkProbing,
};

/**
 * `npm run bench`: judging, opening and looking at hosts, each beside what stands next to it, in one run; or those parts that are
 * named behind it. Ends with 1 where a target is missed.
 */
await runAsScript(import.meta.url, async () => {
  const named = process.argv.slice(2);
  const unknown = named.find((name) => !(name in PARTS));
  if (unknown !== undefined) throw new ScriptError(`There is no part “${unknown}”: ${Object.keys(PARTS).join(', ')}.`);
  const rows: Measurement[] = [];
  for (const [name, part] of Object.entries(PARTS))
    if (named.length === 0 || named.includes(name)) rows.push(...(await part()));
  process.exitCode = printTable(rows) ? 0 : 1;
});
