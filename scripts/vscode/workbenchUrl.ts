import * as path from 'node:path';

export interface WorkbenchOptions {
  readonly folder?: string;
  /** the server's connection token */
  readonly token?: string;
  /** further key and value pairs for the workbench */
  readonly payload?: readonly (readonly [string, string])[];
}

/** The address at which the embedded VS Code shows its workbench with a folder opened. */
export function workbenchUrl(origin: string, { folder, payload = [], token }: WorkbenchOptions): string {
  const url = new URL('/', origin);
  if (token !== undefined) url.searchParams.set('tkn', token);
  if (folder !== undefined) url.searchParams.set('folder', folder);
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/** What a test adds to `payload`, so that nothing covers the workbench. */
export const withoutWelcome = [
  ['skipWelcome', 'true'],
  ['skipReleaseNotes', 'true'],
] as const;

/** A file of this machine as the workbench in the browser names it. */
export function remoteUri(origin: string, file: string): string {
  return `vscode-remote://${new URL(origin).host}${path.resolve(file)}`;
}
