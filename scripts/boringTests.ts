import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { leaveSkipped } from './lib/counts.ts';
import { findFiles } from './lib/findFiles.ts';
import { root } from './lib/paths.ts';
import { runAsScript, runProgram } from './lib/run.ts';

/** What node:crypto and the reading of files are tested in: what of the core asks the crypto library for anything. */
const FOLDERS = ['asn1', 'online', 'pkcs12', 'report', 'revocation', 'rules', 'x509'];

/** Packages that hold a runtime on BoringSSL, by platform. */
const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': '@oven/bun-linux-x64',
  'linux-arm64': '@oven/bun-linux-aarch64',
};

type Runtime = { readonly program: string; readonly version: string } | { readonly missing: string };

function findRuntime(): Runtime {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  if (name === undefined)
    return { missing: `there is no package with such a runtime for ${platform} among our dependencies` };
  const program = path.join(root, 'node_modules', name, 'bin/bun');
  if (!fs.existsSync(program))
    return { missing: `the optional package ${name} is not installed (musl, or \`npm ci --omit=optional\`)` };
  const { status, signal, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  if (status !== 0) return { missing: `${name} does not start on this processor (${signal ?? `exit code ${status}`})` };
  return { program, version: stdout.trim() };
}

/**
 * Runs the unit tests of the core on BoringSSL, as desktop VS Code has it (Electron), where Node has OpenSSL. Where there is no
 * such runtime this counts as one skipped test, and says why.
 */
await runAsScript(import.meta.url, async () => {
  const runtime = findRuntime();
  if ('missing' in runtime) {
    console.log(`Left out: ${runtime.missing}.`);
    leaveSkipped();
    return;
  }
  console.log(`The core on BoringSSL (Bun ${runtime.version}):`);
  const files = FOLDERS.flatMap((folder) => findFiles(path.join(root, 'test/unit/core', folder), '.test.ts'));
  const args = [path.join(root, 'scripts/unitTests.ts'), '--no-build', ...files, ...process.argv.slice(2)];
  process.exitCode = await runProgram(runtime.program, args); // which leaves the counts
});
