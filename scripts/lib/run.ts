import { spawn, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { root } from './paths.ts';

/** A mistake that a person can mend: shown as one line, without a stack trace. */
export class ScriptError extends Error {
  override readonly name = 'ScriptError';
}

export interface RunOptions {
  readonly cwd?: string;
  /** added to this process's environment */
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a program to its end with this terminal's output; its exit code (a signal counts as 1). */
export async function runProgram(program: string, args: readonly string[], options: RunOptions = {}): Promise<number> {
  const child = spawn(program, args, {
    cwd: options.cwd ?? root,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs a JavaScript or TypeScript file with this very Node. */
export async function runNode(file: string, args: readonly string[] = [], options: RunOptions = {}): Promise<number> {
  return runProgram(process.execPath, [file, ...args], options);
}

/** What a program prints; throws with its error output when it fails. */
export function outputOf(program: string, args: readonly string[], options: RunOptions = {}): string {
  const result = spawnSync(program, args, {
    cwd: options.cwd ?? root,
    env: { ...process.env, ...options.env },
    encoding: 'utf8',
    maxBuffer: 64 << 20,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (result.error) throw result.error;
  if (result.status !== 0) {
    throw new ScriptError(`${program} ${args.join(' ')} failed (${result.status}):\n${result.stderr.trim()}`);
  }
  return result.stdout;
}

/**
 * Calls `main` when the module of this address is the one that Node was started with. A failure ends in exit code 1,
 * shown as one line when a person can mend it, with its stack when it is a defect.
 */
export async function runAsScript(moduleUrl: string, main: () => unknown): Promise<void> {
  const started = process.argv[1];
  if (started === undefined || fs.realpathSync(started) !== fileURLToPath(moduleUrl)) return;
  try {
    await main();
  } catch (error) {
    console.error(error instanceof ScriptError ? error.message : error);
    process.exitCode = 1;
  }
}
