import * as fs from 'node:fs';
import { packageBin, root, vsixFile } from './lib/paths.ts';
import { stagePackage } from './stagePackage.ts';
import { runAsScript, runNode, ScriptError } from './lib/run.ts';
import { assertPackage } from './checkPackage.ts';

/** Builds for production and packs the extension; where the package is. */
export async function makePackage(): Promise<string> {
  if ((await runNode(`${root}/esbuild.js`, ['--production'])) !== 0) throw new ScriptError('The build failed.');
  const file = vsixFile();
  fs.rmSync(file, { force: true });
  // everything is bundled; the README's links may be relative, as there is no repository on the web to lead to
  const args = ['package', '--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository'];
  const code = await runNode(packageBin('@vscode/vsce', 'vsce'), [...args, '--out', file], { cwd: stagePackage() });
  if (code !== 0) throw new ScriptError('vsce did not make the package.');
  return file;
}

// `--no-check`: for scripts/test.ts, which checks the result apart
await runAsScript(import.meta.url, async () => {
  const file = await makePackage();
  if (!process.argv.includes('--no-check')) assertPackage(file);
});
