import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import * as vscode from 'vscode';

/**
 * Writes a file so that it is there whole or not at all; the caller has asked before an existing one is replaced.
 * @param options `secret`: nobody but the owner may read it, where the file system knows owners
 */
export async function saveWhole(
  uri: vscode.Uri,
  bytes: Uint8Array,
  { secret = false }: { readonly secret?: boolean } = {},
): Promise<void> {
  if (uri.scheme !== 'file') return vscode.workspace.fs.writeFile(uri, bytes);
  const temporary = `${uri.fsPath}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await fs.promises.writeFile(temporary, bytes, { flag: 'wx', ...(secret && { mode: 0o600 }) });
    await fs.promises.rename(temporary, uri.fsPath);
  } catch (error) {
    await fs.promises.rm(temporary, { force: true });
    throw error;
  }
}
