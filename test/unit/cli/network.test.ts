import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as http from 'node:http';
import * as https from 'node:https';
import * as net from 'node:net';
import * as path from 'node:path';
import { environmentsOf, parseEnvironments } from '../../../src/core/environments/parseEnvironments.ts';
import type { ProbeReport } from '../../../src/core/served/probeReport.ts';
import { schemaErrors } from '../../fixtures/jsonSchema.ts';
import { environments, json, type LifetimeHandler, lifetimeServer, TOKEN } from '../../fixtures/lifetimeServer.ts';
import { THREE } from '../../fixtures/lifetimeServer.ts';
import { netPki, presented } from '../../fixtures/netPki.ts';
import { closeServers, listen } from '../../fixtures/servers.ts';

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line beside this process, whose servers it asks. */
function cli(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> {
  const bare = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/_proxy$/i.test(name)));
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [path.resolve('dist/cli.js'), ...args],
      { env: { ...bare, ...env } },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

async function serve(...names: readonly string[]): Promise<string> {
  const server = https.createServer(presented(...names), (_, answer) => answer.end());
  return `127.0.0.1:${(await listen(server)).port}`;
}

describe('the command line on the network', function () {
  this.timeout(60_000);
  let root = '';
  const file = (name: string): string => netPki().path(name);
  before(() => {
    root = file('root.pem');
    netPki().pfx('expected', 'leaf', ['issuing'], 'a password');
  });
  afterEach(closeServers);

  describe('probe', () => {
    const probe = (...args: readonly string[]): Promise<Run> => cli(['probe', '--trust', root, ...args]);

    it('prints JSON that its schema describes: 1 with an error on any host', async () => {
      const gone = await listen(net.createServer());
      gone.close();
      const targets = [await serve('leaf', 'issuing'), await serve('expired', 'issuing'), `127.0.0.1:${gone.port}`];
      const { code, stdout } = await probe('--json', ...targets);
      const report = JSON.parse(stdout) as ProbeReport;
      assert.deepEqual(schemaErrors(report, 'docs/probe.schema.json'), []);
      assert.equal(code, 1);
      assert.deepEqual([report.verdict, report.state], ['errors', 'unreachable']);
      assert.deepEqual(
        report.hosts.map(({ host, port, state, http: plain }) => [`${host}:${port}`, state, plain]),
        [
          [targets[0], 'privateAuthority', null],
          [targets[1], 'expired', null],
          [targets[2], 'unreachable', null],
        ],
      );
    });

    it('ends with 0 where there are warnings only, and says them', async () => {
      const { code, stdout, stderr } = await probe(await serve('leaf', 'issuing'));
      assert.deepEqual([code, stderr], [0, '']);
      assert.match(
        stdout,
        /^127\.0\.0\.1:\d+: certificate of a private CA\n {2}Certificate {2}“localhost”, issued by “Acme Net Issuing CA”/,
      );
      assert.match(stdout, /warning: “Acme Net Root” is trusted by you/);
    });

    it('ends with 1 without --trust, and says what to do', async () => {
      const { code, stdout } = await cli(['probe', await serve('leaf', 'issuing', 'root')]);
      assert.equal(code, 1);
      assert.match(
        stdout,
        /error: The chain ends in “Acme Net Root”, which nobody trusts {2}\[served\.untrustedRoot\]/,
      );
    });

    it('warns so many days before', async () => {
      const target = await serve('leaf', 'issuing'); // 150 days, so a third of it at the most
      assert.match((await probe('--warn-days', '398', target)).stdout, /private CA/);
      const states = await Promise.all(['149', '30'].map((days) => probe('--json', '--warn-days', days, target)));
      assert.ok(states.every(({ code }) => code === 0));
    });

    it('compares with the certificate that is expected, in a PFX or a PEM', async () => {
      const [same, other] = [await serve('leaf', 'issuing'), await serve('renewed', 'issuing')];
      for (const expect of [
        ['--expect', file('leaf.pem')],
        ['--expect', file('expected.pfx'), '--password-env', 'EXPECTED'],
      ]) {
        const run = (target: string): Promise<Run> =>
          cli(['probe', '--trust', root, target, ...expect], { EXPECTED: 'a password' });
        assert.equal((await run(same)).code, 0, expect.join());
        const { code, stdout } = await run(other);
        assert.equal(code, 1);
        assert.match(stdout, /serves another certificate than the expected one/);
      }
    });

    it('says what is wrong with the file of --expect, and nothing of LifeTime', async () => {
      netPki().run('pkcs12', '-export', '-nokeys', '-in', 'leaf.pem', '-passout', 'pass:right', '-out', 'locked.pfx');
      for (const [args, message] of [
        [['leaf.key'], /leaf\.key: it holds no certificate; it must be a PFX, PEM, DER or P7B file\n$/],
        [['locked.pfx', '--password-env', 'EXPECTED'], /locked\.pfx: That password is wrong\./],
      ] as const) {
        const [name, ...rest] = args;
        const { code, stdout, stderr } = await cli(['probe', '127.0.0.1:9', '--expect', file(name), ...rest], {
          EXPECTED: 'a secret that is wrong',
        });
        assert.deepEqual([code, stdout], [2, '']);
        assert.match(stderr, message);
        assert.ok(!/LifeTime|a secret/.test(stderr), stderr);
      }
    });

    it('is not held up by names whose name server is silent', async function () {
      if (process.platform === 'win32') this.skip(); // it has no named pipes that block
      // whoever opens a pipe waits in a thread, as for an address, until somebody else opens it for writing
      const pipe = file('silence');
      execFileSync('mkfifo', [pipe]);
      fs.writeFileSync(
        file('silent.cjs'),
        `const dns = require('node:dns'), { open } = require('node:fs'), { lookup } = dns;
        dns.lookup = (name, options, done) => name.startsWith('silent')
          ? open(${JSON.stringify(pipe)}, 'r', () => done(Object.assign(new Error(), { code: 'ENOTFOUND' }), []))
          : lookup(name, options, done);`,
      );
      const server = https.createServer(presented('leaf', 'issuing'), (_, answer) => answer.end());
      const { port } = await listen(server);
      let release: number | undefined;
      const end = (): void => void (release ??= fs.openSync(pipe, 'r+'));
      server.once('secureConnection', end);
      const giveUp = setTimeout(end, 12_000);
      const silent = [1, 2, 3, 4, 5, 6].map((i) => `silent${i}.acme.invalid:443`);
      const { stdout } = await cli(['probe', '--json', '--trust', root, ...silent, `localhost:${port}`], {
        NODE_OPTIONS: `--require=${file('silent.cjs')}`,
      });
      clearTimeout(giveUp);
      if (release !== undefined) fs.closeSync(release);
      const { hosts } = JSON.parse(stdout) as ProbeReport;
      assert.deepEqual(
        hosts.map(({ state }) => state),
        [...silent.map(() => 'unreachable'), 'privateAuthority'],
      );
    });

    it('writes IPv6 addresses with a port in brackets', async () => {
      const { stdout } = await probe('[0:0:0:0:0:0:0:1]:9');
      assert.match(stdout, /^\[::1\]:9: can’t be reached\n\n {2}error: \[::1\]:9 /);
    });

    it('goes through the proxy of the environment', async () => {
      const lines: string[] = [];
      const target = await serve('leaf', 'issuing');
      const proxy = http.createServer((incoming, answer) => {
        lines.push(`${incoming.method ?? ''} ${incoming.url ?? ''}`);
        answer.writeHead(308, { Location: 'https://apps.acme.example/' }).end();
      });
      proxy.on('connect', (incoming: http.IncomingMessage, socket: net.Socket) => {
        lines.push(`CONNECT ${incoming.url ?? ''}`);
        const onward = net.connect(Number(target.split(':')[1]), '127.0.0.1', () => {
          socket.write('HTTP/1.1 200 OK\r\n\r\n');
          onward.pipe(socket).pipe(onward);
        });
        onward.on('error', () => socket.destroy());
      });
      const url = `http://127.0.0.1:${(await listen(proxy)).port}`;
      const args = ['probe', '--trust', root, '--json', 'apps.acme.example'];
      const { code, stdout } = await cli(args, { HTTPS_PROXY: url, http_proxy: url });
      assert.equal(code, 0, stdout);
      assert.deepEqual(lines.sort(), ['CONNECT apps.acme.example:443', 'GET http://apps.acme.example/']);
      const direct = await cli(['probe', '--trust', root, target], {
        HTTPS_PROXY: url,
        NO_PROXY: 'other.example,127.0.0.1',
      });
      assert.deepEqual([direct.code, lines.length], [0, 2]);
    });

    const unusable: readonly [what: string, args: readonly string[], message: RegExp][] = [
      ['no host', ['probe'], /Name the hosts/],
      ['an address for a host', ['probe', 'https://apps.acme.example/'], /no host/],
      ['a port that is none', ['probe', 'apps.acme.example:99999'], /no host/],
      ['days that are none', ['probe', '127.0.0.1:9', '--warn-days', '0'], /--warn-days/],
      ['an unknown option', ['probe', '127.0.0.1:9', '--host', 'x'], /--host/],
      ['a password without a file', ['probe', '127.0.0.1:9', '--password-env', 'X'], /for the file of --expect/],
      ['a file that is not there', ['probe', '127.0.0.1:9', '--expect', 'missing.pfx'], /no such file/],
      ['no LifeTime', ['environments', '--token-env', 'X'], /--lifetime/],
      ['no token', ['environments', '--lifetime', 'https://lt.acme.example'], /--token-env VAR/],
      [
        'a variable that is not set',
        ['environments', '--lifetime', 'lt.acme.example', '--token-env', 'NOT_SET'],
        /not set/,
      ],
      ['a stray word', ['environments', TOKEN], /behind an option/],
    ];
    for (const [what, args, message] of unusable) {
      it(`ends with 2 and says why: ${what}`, async () => {
        const { code, stdout, stderr } = await cli(args);
        assert.deepEqual({ code, stdout }, { code: 2, stdout: '' });
        assert.match(stderr, message);
        assert.ok(!/\bat .*\(|Error:/.test(stderr) && !stderr.includes(TOKEN), stderr);
      });
    }
  });

  describe('environments', () => {
    const list = async (handler: LifetimeHandler | undefined, ...args: readonly string[]): Promise<Run> => {
      const { address } = await lifetimeServer(handler);
      return cli(
        ['environments', '--lifetime', `${address}/lifetime`, '--token-env', 'LT_TOKEN', '--trust', root, ...args],
        {
          LT_TOKEN: TOKEN,
        },
      );
    };

    it('prints them as the setting has them, by their order', async () => {
      const { code, stdout, stderr } = await list(undefined, '--json');
      assert.deepEqual([code, stderr], [0, '']);
      const found = JSON.parse(stdout) as readonly Readonly<Record<string, unknown>>[];
      assert.deepEqual(
        found.map((one) => [one['name'], one['type'], Object.keys(one).join()]),
        ['Development', 'Quality', 'Production'].map((name, i) => [
          name,
          ['Development', 'Test', 'Production'][i],
          'name,address,version,type,hosting,lifetime,order',
        ]),
      );
      assert.equal(environmentsOf(parseEnvironments(found)).length, 3);
    });

    it('prints them as text', async () => {
      const { stdout } = await list(undefined);
      assert.match(
        stdout,
        /^Development {2}acme-dev\.outsystemsenterprise\.com {2}11\.0\.110\.0 {2}Development\nQuality .* {2}self-managed\n/,
      );
    });

    it('ends with 0 for none', async () => {
      const none: LifetimeHandler = (_, answer) => answer.writeHead(204).end();
      const run = await list(none, '--json');
      assert.deepEqual([run.code, JSON.parse(run.stdout)], [0, []]);
    });

    it('ends with 2 and one message where LifeTime can’t be read, without the token', async () => {
      for (const [handler, message] of [
        [json(401, {}), /does not accept the token/],
        [json(500, { Errors: [`no ${TOKEN}`], StatusCode: 500 }), /status 500: “no \(token\)”/],
        [environments(THREE, []), /no LifeTime API/],
      ] as const) {
        const { code, stdout, stderr } = await list(handler, '--json');
        assert.deepEqual([code, stdout], [2, '']);
        assert.match(stderr, message);
        assert.equal(stderr.trim().split('\n').length, 1);
        assert.ok(!stderr.includes(TOKEN));
      }
    });

    it('names the certificate of LifeTime that is not trusted', async () => {
      const { address } = await lifetimeServer(undefined, 'leaf', 'issuing', 'root');
      const { code, stderr } = await cli(['environments', '--lifetime', address, '--token-env', 'T'], { T: TOKEN });
      assert.equal(code, 2);
      assert.match(stderr, /“Acme Net Root”, which nobody trusts/);
    });
  });

  it('says all of it with --help', async () => {
    for (const args of [['--help'], ['probe', '--help'], ['environments', '-h']]) {
      const { code, stdout } = await cli(args);
      assert.equal(code, 0);
      assert.match(stdout, /probe HOST\[:PORT\]/);
    }
    assert.ok(fs.existsSync('docs/probe.schema.json'));
  });
});
