import { fork } from 'node:child_process';
import { once } from 'node:events';
import * as path from 'node:path';
import * as tls from 'node:tls';
import { probeAll, type ProbeAllOptions } from '../src/net/probeAll.ts';
import { HERE } from '../test/fixtures/look.ts';
import type { Ports } from './benchmarkServer.ts';
import { type Measurement, median, millisOf } from './lib/measurements.ts';
import { root } from './lib/paths.ts';
import { ScriptError } from './lib/run.ts';

const HOSTS = Array.from({ length: 1000 }, (_, i) => `h${i}.acme.example`);
const CONCURRENCY = 16;
const ROUNDS = 3;

/** Looks at 1,000 hosts beside as many bare handshakes, in turns, so that what else the machine does falls on both. */
export async function benchmarkProbing(): Promise<readonly Measurement[]> {
  const server = fork(path.join(root, 'scripts/benchmarkServer.ts'), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  try {
    const [ports] = (await once(server, 'message')) as [Ports];
    const ours: number[] = [];
    const withHttp: number[] = [];
    const theirs: number[] = [];
    await look(ports, true); // warm
    await bareLoop(ports);
    for (let i = 0; i < ROUNDS; i++) {
      theirs.push(await millisOf(() => bareLoop(ports)));
      ours.push(await millisOf(() => look(ports, false)));
      withHttp.push(await millisOf(() => look(ports, true)));
    }
    const beside = `${HOSTS.length} hosts, beside as many bare handshakes`;
    return [
      { name: `looking at ${beside}`, ours: median(ours), theirs: median(theirs), target: { ratio: 1.5 } },
      // a second connection each, which a bare handshake has nothing to set against
      { name: `the same with plain HTTP, at ${beside}`, ours: median(withHttp), theirs: median(theirs), target: {} },
    ];
  } finally {
    server.disconnect();
  }
}

async function look(ports: Ports, all: boolean): Promise<void> {
  const options: ProbeAllOptions = {
    concurrency: CONCURRENCY,
    resolver: HERE,
    lookup: (_, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
    httpsPort: ports.https,
    httpPort: ports.http,
  };
  const targets = HOSTS.map((host) => (all ? { host } : { host, port: ports.https }));
  const results = await probeAll(targets, options);
  const failed = results.find(({ tls: seen, https, http }) => seen.failure ?? https?.failure ?? http?.failure);
  if (failed) throw new ScriptError(`A look failed: ${JSON.stringify(failed)}`);
}

async function bareLoop(ports: Ports): Promise<void> {
  const hosts = HOSTS.values();
  const work = async (): Promise<void> => {
    for (const host of hosts) {
      await new Promise<void>((resolve, reject) => {
        const socket = tls.connect({
          host: '127.0.0.1',
          port: ports.https,
          servername: host,
          rejectUnauthorized: false,
        });
        socket.once('secureConnect', () => {
          socket.destroy();
          resolve();
        });
        socket.once('error', reject);
      });
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
}
