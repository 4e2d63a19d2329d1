import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Metafile } from 'esbuild';
import { outFolder, root, vsixFile } from './lib/paths.ts';
import { runAsScript, ScriptError } from './lib/run.ts';
import { readZip } from './lib/zip.ts';

/** Largest sizes in kB (1000 bytes): of a file of `dist` with the parts that it requires at once, and with all that it ever loads. */
const BUDGETS: readonly (readonly [file: string, atOnce: number, inAll: number])[] = [
  ['extension.js', 40, 200],
  ['worker.js', 400, 500],
  ['webview.js', 90, 90],
  ['calendar.js', 30, 30],
];
const PACKAGE_BUDGET = 400;

/** Files that may be in the package; vsce names the readme, changelog and licence as it likes. */
const ALLOWED: readonly RegExp[] = [
  /^extension\.vsixmanifest$/,
  /^\[Content_Types\]\.xml$/,
  /^extension\/package\.json$/,
  /^extension\/readme\.md$/i,
  /^extension\/changelog\.md$/i,
  /^extension\/licen[cs]e(\.(txt|md))?$/i,
  /^extension\/dist\/(extension|worker|cli|webview|calendar)\.js$/,
  /^extension\/dist\/(host|core)\/[\w-]+\.js$/,
  /^extension\/dist\/(webview|calendar)\.css$/,
  /^extension\/media\/[\w./-]+\.(svg|png|css|md)$/,
];
const REQUIRED = [
  'package.json',
  'dist/extension.js',
  'dist/worker.js',
  'dist/cli.js',
  'dist/webview.js',
  'dist/calendar.js',
];

/** What of a secret or of our tooling must be in no file, whatever its name. */
const FORBIDDEN: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----\s*[A-Za-z0-9+/]{40}/],
  ['a link to a source map', /^\/\/# sourceMappingURL=/m],
];

/** What is wrong with the bundles and the package, a line each; nothing when all is well. */
export function checkPackage(vsix: string): readonly string[] {
  const problems: string[] = [];
  const checkSize = (name: string, bytes: number, budget: number): void => {
    if (bytes > budget * 1000) problems.push(`${name} has ${(bytes / 1000).toFixed(1)} kB, its budget is ${budget} kB`);
  };
  for (const [name, atOnce, inAll] of BUDGETS) {
    checkSize(`dist/${name} with what it requires at once`, loadedSize(name, ['import-statement']), atOnce);
    checkSize(`dist/${name} with all that it loads`, loadedSize(name, ['import-statement', 'dynamic-import']), inAll);
  }
  const archive = fs.readFileSync(vsix);
  checkSize(path.basename(vsix), archive.length, PACKAGE_BUDGET);

  const entries = readZip(archive);
  const names = new Set(entries.map((entry) => entry.name));
  for (const name of REQUIRED) if (!names.has(`extension/${name}`)) problems.push(`${name} is not in the package`);
  for (const { name, content } of entries) {
    if (!ALLOWED.some((pattern) => pattern.test(name))) problems.push(`${name} may not be in the package`);
    const text = content.toString('latin1');
    for (const [what, pattern] of FORBIDDEN) if (pattern.test(text)) problems.push(`${name} holds ${what}`);
  }
  return problems;
}

/** Bytes of a file of `dist` and of those that its imports of some kinds lead to. */
function loadedSize(name: string, kinds: readonly string[]): number {
  const { outputs } = JSON.parse(fs.readFileSync(path.join(outFolder, 'metafile.json'), 'utf8')) as Metafile;
  const found = new Set([`dist/${name}`]);
  for (const file of found) {
    const output = outputs[file];
    if (!output) throw new ScriptError(`${file} is not in out/metafile.json: build again`);
    for (const { path: imported, kind } of output.imports)
      if (kinds.includes(kind) && imported in outputs) found.add(imported);
  }
  return [...found].reduce((sum, file) => sum + fs.statSync(path.join(root, file)).size, 0);
}

/** @throws ScriptError that names everything that is wrong */
export function assertPackage(vsix: string): void {
  const problems = checkPackage(vsix);
  if (problems.length > 0) throw new ScriptError(`The package is not as it must be:\n  ${problems.join('\n  ')}`);
}

await runAsScript(import.meta.url, () => {
  assertPackage(vsixFile());
  console.log('The package is within its budgets and holds nothing but what it may.');
});
