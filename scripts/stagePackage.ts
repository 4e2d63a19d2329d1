import * as fs from 'node:fs';
import * as path from 'node:path';
import { packagedReadme } from './lib/packagedReadme.ts';
import { outFolder, root } from './lib/paths.ts';

/** What .vscodeignore lets into the package; README.md is made here. */
const COPIED = ['.vscodeignore', 'CHANGELOG.md', 'LICENSE', 'dist', 'media'];
/** Of package.json, what concerns nobody who installs the extension. */
const LEFT_OUT = ['scripts', 'devDependencies', 'dependencies', 'optionalDependencies', 'allowScripts'];

/** A folder in out/ that holds what is to be packed. */
export function stagePackage(): string {
  const folder = path.join(outFolder, 'package');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  for (const name of COPIED) {
    const from = path.join(root, name);
    if (fs.existsSync(from)) fs.cpSync(from, path.join(folder, name), { recursive: true });
  }
  const manifest = Object.entries(readJson(path.join(root, 'package.json')));
  const kept = Object.fromEntries(manifest.filter(([key]) => !LEFT_OUT.includes(key)));
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify(kept, null, 2));
  const readme = path.join(root, 'README.md');
  if (fs.existsSync(readme)) {
    fs.writeFileSync(path.join(folder, 'README.md'), packagedReadme(fs.readFileSync(readme, 'utf8')));
  }
  return folder;
}

function readJson(file: string): Readonly<Record<string, unknown>> {
  return JSON.parse(fs.readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>;
}
