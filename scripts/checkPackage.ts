import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Metafile } from 'esbuild';
import { distFolder, outFolder, root, vsixFile } from './lib/paths.ts';
import { runAsScript, ScriptError } from './lib/run.ts';
import { readZip } from './lib/zip.ts';

/** Largest sizes in kB (1000 bytes). */
const BUDGETS: Readonly<Record<string, number>> = {
  'worker.js': 400,
  'webview.js': 90,
  'calendar.js': 30,
};
/** `extension.js` with what it requires at once: all that VS Code loads at its start. */
const START_BUDGET = 40;
/** All that the extension host may load in the end. */
const HOST_BUDGET = 160;
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
  /^extension\/dist\/host\/[\w-]+\.js$/,
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
  for (const [name, budget] of Object.entries(BUDGETS)) {
    checkSize(`dist/${name}`, fs.statSync(path.join(distFolder, name)).size, budget);
  }
  const started = loadedAtStart();
  const sizeOf = (files: readonly string[]): number => files.reduce((sum, file) => sum + fs.statSync(file).size, 0);
  checkSize('dist/extension.js with what it requires', sizeOf(started), START_BUDGET);
  const parts = fs.readdirSync(path.join(distFolder, 'host')).map((name) => path.join(distFolder, 'host', name));
  checkSize('dist/extension.js with dist/host', sizeOf([...new Set([...started, ...parts])]), HOST_BUDGET);
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

/** Files that are required as soon as `extension.js` is: `import()` is left for later. */
function loadedAtStart(): readonly string[] {
  const { outputs } = JSON.parse(fs.readFileSync(path.join(outFolder, 'metafile.json'), 'utf8')) as Metafile;
  const found = new Set(['dist/extension.js']);
  for (const file of found) {
    const output = outputs[file];
    if (!output) throw new ScriptError(`${file} is not in out/metafile.json: build again`);
    for (const { path: imported, kind } of output.imports)
      if (kind === 'import-statement' && imported in outputs) found.add(imported);
  }
  return [...found].map((file) => path.join(root, file));
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
