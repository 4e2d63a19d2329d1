/** What stands behind the last slash or backslash: a path of a computer is nobody else's business. */
export function baseName(path: string): string {
  return path.replace(/^.*[/\\]/s, '') || path;
}
