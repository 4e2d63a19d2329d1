import * as fs from 'node:fs';
import * as path from 'node:path';

/** All files below a folder whose names end so, sorted; none when there is no such folder. */
export function findFiles(folder: string, ending: string): readonly string[] {
  if (!fs.existsSync(folder)) return [];
  const found = fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return findFiles(file, ending);
    return entry.name.endsWith(ending) ? [file] : [];
  });
  found.sort();
  return found;
}
