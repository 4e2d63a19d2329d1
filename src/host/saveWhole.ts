import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import * as vscode from 'vscode';
import { isFileSystemError } from './editor/readFile.ts';
import { fileNameOf } from './fileNameOf.ts';
import { UserError } from './userError.ts';

/** Why a file can't be written, by the codes of Node and of VS Code's file systems. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  NoPermissions: 'you may not write there',
  EROFS: 'nothing can be written there',
  EISDIR: 'a folder has that name',
  FileIsADirectory: 'a folder has that name',
  ENOENT: 'the folder is not there',
  ENOTDIR: 'the folder is not there',
  FileNotFound: 'the folder is not there',
  ENAMETOOLONG: 'the name is too long',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EBUSY: 'another program has it open',
  Unavailable: 'the place can’t be reached now',
};

/** Writes a file so that it is there whole or not at all; the caller has asked before an existing one is replaced. @throws UserError */
export async function saveWhole(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
  await save(uri, bytes, {});
}

/** The same for a private key: nobody but the owner may read it, where the file system knows owners. The bytes are zeroed afterwards. */
export async function saveSecret(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
  try {
    await save(uri, bytes, { mode: 0o600 });
  } finally {
    bytes.fill(0);
  }
}

async function save(uri: vscode.Uri, bytes: Uint8Array, options: { readonly mode?: number }): Promise<void> {
  try {
    if (uri.scheme === 'file') await replaceFile(uri.fsPath, bytes, options);
    else await vscode.workspace.fs.writeFile(uri, bytes);
  } catch (error) {
    const reason = isFileSystemError(error) ? REASONS[error.code] : undefined;
    if (reason === undefined) throw error;
    throw new UserError(`${fileNameOf(uri)} could not be saved: ${reason}. Choose another place.`);
  }
}

async function replaceFile(file: string, bytes: Uint8Array, options: { readonly mode?: number }): Promise<void> {
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await fs.promises.writeFile(temporary, bytes, { flag: 'wx', ...options });
    await fs.promises.rename(temporary, file);
  } catch (error) {
    await fs.promises.rm(temporary, { force: true });
    throw error;
  }
}
