import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { ScriptError, outputOf } from '../lib/run.ts';
import { fetchVSCode } from './fetch.ts';

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 5000;

export interface ServerOptions {
  /** extensions, user settings and state live here */
  readonly dataFolder: string;
  /** asked for once by `?tkn=`, then kept in a cookie; without one every local program may connect */
  readonly connectionToken?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** lets VS Code ask whether it may trust the folder; without it everything is trusted */
  readonly workspaceTrust?: boolean;
}

/** A running embedded VS Code, reachable on this machine only. */
export interface Server {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** settles when the server ends, however that comes */
  readonly ended: Promise<void>;
  /** everything it has printed */
  readonly log: () => string;
  readonly stop: () => Promise<void>;
}

/** Starts the embedded VS Code server. Its process group goes with this process at the latest. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { args = [], connectionToken, dataFolder, env = {}, workspaceTrust = false } = options;
  // a folder of its own, short: sockets are made in it and their paths may not exceed some 100 characters
  const runtimeFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'vscode-run-'));
  const serverArgs = [
    path.join(fetchVSCode(), 'out', 'server-main.js'),
    '--host=127.0.0.1',
    '--port=0',
    `--server-data-dir=${dataFolder}`,
    '--accept-server-license-terms',
    '--disable-telemetry',
    '--disable-update-check',
    '--force-disable-user-env',
    connectionToken === undefined ? '--without-connection-token' : `--connection-token=${connectionToken}`,
    ...(workspaceTrust ? [] : ['--disable-workspace-trust']),
    ...args,
  ];
  const child = spawn(process.execPath, serverArgs, {
    detached: true, // a process group of its own: the extension host and the file watcher go with it
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...offline, XDG_RUNTIME_DIR: runtimeFolder, ...env },
  });
  const output = collectOutput(child);
  const ended = once(child, 'exit').then(() => undefined);
  const removeRuntime = (): void => fs.rmSync(runtimeFolder, { recursive: true, force: true, maxRetries: 5 });
  const killAtExit = (): void => {
    killGroup(child, 'SIGKILL');
    removeRuntime();
  };
  process.once('exit', killAtExit);
  const stop = async (): Promise<void> => {
    killGroup(child, 'SIGTERM');
    const timer = setTimeout(() => killGroup(child, 'SIGKILL'), STOP_LIMIT_MS);
    await ended;
    clearTimeout(timer);
    killGroup(child, 'SIGKILL'); // what the server left behind
    process.removeListener('exit', killAtExit);
    removeRuntime();
  };
  try {
    const listening = await output.waitFor(/Web UI available at http:\/\/[^:]+:(\d+)/, START_LIMIT_MS, ended);
    return { origin: `http://127.0.0.1:${listening[1]}`, ended, log: () => output.text(), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Installs a packaged extension into a data folder, as `code --install-extension FILE` does. */
export function installVsix(dataFolder: string, vsix: string): void {
  const main = path.join(fetchVSCode(), 'out', 'server-main.js');
  outputOf(process.execPath, [main, '--server-data-dir', dataFolder, '--install-extension', vsix, '--force'], {
    env: offline,
  });
}

/** The file of the user settings in a data folder. */
export function userSettingsFile(dataFolder: string): string {
  return path.join(dataFolder, 'data', 'User', 'settings.json');
}

export function writeUserSettings(dataFolder: string, settings: Readonly<Record<string, unknown>>): void {
  const file = userSettingsFile(dataFolder);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `${JSON.stringify(settings, null, 2)}\n`);
}

/** No gallery: without this, look-ups of hosts that cannot be reached make random tests fail. */
const offline = { EXTENSIONS_GALLERY: '{}' };

const nothing = (): void => undefined;

interface Output {
  text(): string;
  /** @throws when the program ends or the time is over before the pattern shows */
  waitFor(pattern: RegExp, limitMs: number, ended: Promise<void>): Promise<RegExpExecArray>;
}

function collectOutput(child: ChildProcess): Output {
  let text = '';
  let check = nothing;
  const take = (chunk: Buffer): void => {
    text += chunk.toString();
    if (process.env['VERBOSE'] !== undefined) process.stderr.write(chunk);
    check();
  };
  child.stdout?.on('data', take);
  child.stderr?.on('data', take);
  return {
    text: () => text,
    waitFor: (pattern, limitMs, ended) =>
      new Promise((resolve, reject) => {
        const fail = (what: string): void => reject(new ScriptError(`VS Code's server ${what}:\n${text}`));
        const timer = setTimeout(() => fail(`did not start within ${limitMs / 1000} s`), limitMs);
        check = () => {
          const match = pattern.exec(text);
          if (match === null) return;
          clearTimeout(timer);
          check = nothing;
          resolve(match);
        };
        const early = (): void => {
          clearTimeout(timer);
          fail('ended before it was ready');
        };
        void ended.then(early);
      }),
  };
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // all of it is gone
  }
}
