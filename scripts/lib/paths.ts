import * as fs from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Folders that scripts write to; all are ignored by git. */
export const outFolder = path.join(root, 'out');
export const distFolder = path.join(root, 'dist');
export const sampleFolder = path.join(root, '.sample');
export const vscodeCache = path.join(root, '.vscode-test');

interface Manifest {
  readonly name: string;
  readonly displayName: string;
  readonly version: string;
  readonly publisher: string;
}

export function readManifest(): Manifest {
  return JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;
}

/** Where `npm run package` puts the extension. */
export function vsixFile(): string {
  const { name, version } = readManifest();
  return path.join(root, `${name}-${version}.vsix`);
}

/** The script behind a package's command, to be run by this very Node whatever PATH holds. */
export function packageBin(packageName: string, command: string = packageName): string {
  const folder = path.join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as PackageWithBin;
  const file = typeof bin === 'string' ? bin : bin[command];
  if (file === undefined) throw new Error(`${packageName} has no command ${command}`);
  return path.join(folder, file);
}

interface PackageWithBin {
  readonly bin: string | Readonly<Record<string, string>>;
}
