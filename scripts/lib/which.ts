import * as fs from 'node:fs';
import * as path from 'node:path';

/** The first of these programs that PATH holds, as an absolute path; names that are absolute already are tested as files. */
export function which(...names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat', ''] : [''];
  for (const name of names) {
    const candidates = path.isAbsolute(name) ? [name] : folders.map((folder) => path.join(folder, name));
    for (const candidate of candidates) {
      const found = endings.map((ending) => candidate + ending).find(isExecutableFile);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function isExecutableFile(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}
