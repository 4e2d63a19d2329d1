import type { Uri } from 'vscode';

/** The name of a file, without its folder. */
export function fileNameOf({ path }: Pick<Uri, 'path'>): string {
  return path.replace(/^.*\//, '');
}
