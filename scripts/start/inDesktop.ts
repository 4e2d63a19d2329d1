import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { sampleFolder } from '../lib/paths.ts';
import { runProgram, ScriptError } from '../lib/run.ts';
import { userSettingsFile, writeUserSettings } from '../vscode/server.ts';
import { quietSettings } from '../vscode/settings.ts';

/** A VS Code that was started for the sample. */
export interface Started {
  /** settles when it ends by itself */
  readonly ended: Promise<void>;
  /** ends it, and everything that was started with it */
  stop(): Promise<void>;
}

/** Opens a folder in a desktop VS Code with a profile of the sample's own: the person's is not touched. */
export async function startInDesktop(code: string, folder: string, vsix: string): Promise<Started> {
  const dataFolder = path.join(sampleFolder, 'desktop');
  // as in the embedded one, user settings are at data/User in this folder
  const userData = path.join(dataFolder, 'data');
  if (!fs.existsSync(userSettingsFile(dataFolder))) writeUserSettings(dataFolder, quietSettings);
  const profile = ['--user-data-dir', userData, '--extensions-dir', path.join(dataFolder, 'extensions')];
  if (process.getuid?.() === 0) profile.push('--no-sandbox');
  if ((await runCode(code, [...profile, '--install-extension', vsix, '--force'])) !== 0) {
    throw new ScriptError(`${code} did not install ${path.basename(vsix)}.`);
  }
  const args = [...profile, '--disable-workspace-trust', '--new-window', '--wait', folder];
  const opened = Date.now();
  const child = spawn(code, args, { stdio: 'ignore', shell: process.platform === 'win32' });
  console.log(`\nOpened the sample in ${code}, with a profile of its own under .sample/desktop.`);
  const ended = once(child, 'exit').then(() => undefined);
  return {
    ended,
    stop: async () => {
      // the window is no child of its command; VS Code leaves the process id of its main process here
      endProcess(readPid(path.join(userData, 'code.lock'), opened));
      child.kill();
      await ended;
    },
  };
}

/** On Windows `code` is a script, which only a shell starts. */
async function runCode(code: string, args: readonly string[]): Promise<number> {
  if (process.platform !== 'win32') return runProgram(code, args);
  return runProgram('cmd', ['/d', '/s', '/c', code, ...args]);
}

/** An older file is a leftover: its number may by now be another program's. */
function readPid(file: string, writtenSince: number): number | null {
  if (!fs.existsSync(file) || fs.statSync(file).mtimeMs < writtenSince) return null;
  const pid = Number(fs.readFileSync(file, 'utf8'));
  return Number.isInteger(pid) && pid > 1 ? pid : null;
}

function endProcess(pid: number | null): void {
  if (pid === null) return;
  try {
    process.kill(pid, 'SIGTERM');
  } catch {
    // its window was closed
  }
}
