import * as crypto from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { vscodeCache } from '../lib/paths.ts';
import { outputOf, runAsScript, ScriptError } from '../lib/run.ts';
import { nativeStandIns } from './nativeStandIns.ts';

/** The npm package that holds the real VS Code 1.139.1 server and workbench under lib/vscode. */
const VERSION = '4.139.1';
const INTEGRITY = 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==';

/** Parts of it that need the network, or are large, and that neither the sample nor a test uses. */
const UNUSED = [
  'node_modules/@github',
  'node_modules/@microsoft/mxc-sdk',
  'extensions/copilot',
  'extensions/mermaid-markdown-features',
];

/**
 * The folder of the embedded VS Code. The first call fetches it from npm, checks it against the pinned hash and keeps
 * it in .vscode-test/ (or VSCODE_CACHE); needs npm and tar, no compiler.
 */
export function fetchVSCode(): string {
  const cache = process.env['VSCODE_CACHE'] ?? vscodeCache;
  const folder = path.join(cache, `code-server-${VERSION}`);
  if (fs.existsSync(path.join(folder, '.ready'))) return folder;

  console.log(`Fetching the embedded VS Code (code-server ${VERSION}) from npm …`);
  fs.mkdirSync(cache, { recursive: true });
  const temporary = fs.mkdtempSync(path.join(cache, '.fetch-'));
  try {
    const unpacked = unpack(temporary);
    // its own npm-shrinkwrap.json pins every package; `npm ci` refuses that file (a missing optional peer)
    npm(['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'], unpacked);
    for (const part of UNUSED) fs.rmSync(path.join(unpacked, part), { recursive: true, force: true });
    for (const [file, source] of Object.entries(nativeStandIns)) fs.writeFileSync(path.join(unpacked, file), source);
    fs.writeFileSync(path.join(unpacked, '.ready'), VERSION);
    fs.rmSync(folder, { recursive: true, force: true });
    fs.renameSync(unpacked, folder);
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true });
  }
  return folder;
}

function unpack(folder: string): string {
  npm(['pack', `code-server@${VERSION}`, '--silent', '--pack-destination', folder], folder);
  const archive = path.join(folder, `code-server-${VERSION}.tgz`);
  const integrity = `sha512-${crypto.createHash('sha512').update(fs.readFileSync(archive)).digest('base64')}`;
  if (integrity !== INTEGRITY) {
    throw new ScriptError(`code-server-${VERSION}.tgz is not the pinned file: its integrity is ${integrity}`);
  }
  outputOf('tar', ['xzf', archive, '-C', folder, 'package/lib/vscode']);
  return path.join(folder, 'package', 'lib', 'vscode');
}

/** npm itself, run by this very Node: on Windows `npm` is a script that no program can start directly. */
function npm(args: readonly string[], cwd: string): void {
  const npmCli = process.env['npm_execpath'];
  if (npmCli !== undefined && /npm-cli\.[cm]?js$/.test(npmCli)) outputOf(process.execPath, [npmCli, ...args], { cwd });
  else outputOf('npm', args, { cwd });
}

await runAsScript(import.meta.url, () => console.log(fetchVSCode()));
