import * as vscode from 'vscode';
import { Limit } from '../../core/pkcs12/limits.ts';
import type { LocalProblem } from '../../shared/protocol.ts';
import { LOCAL_PROBLEMS } from '../../shared/strings.ts';
import { fileNameOf } from '../fileNameOf.ts';
import { UserError } from '../userError.ts';

/** A file could not be read; the code says why. */
export class ReadError extends Error {
  override readonly name = 'ReadError';
  readonly code: LocalProblem;

  constructor(code: LocalProblem) {
    super(code);
    this.code = code;
  }
}

/** @throws ReadError */
export async function readPfxFile(uri: vscode.Uri): Promise<Uint8Array> {
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if (type & vscode.FileType.Directory) throw new ReadError('folder');
    if (size > Limit.size) throw new ReadError('tooLarge');
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof ReadError || !isFileSystemError(error)) throw error;
    if (error.code === 'FileNotFound') throw new ReadError('gone');
    throw new ReadError(error.code === 'FileIsADirectory' ? 'folder' : 'unreadable');
  }
}

/** A file that somebody chose, for a command. @throws UserError */
export async function readChosenFile(uri: vscode.Uri): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const name = fileNameOf(uri);
  try {
    return { name, bytes: await readPfxFile(uri) };
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    const { title, detail, mend } = LOCAL_PROBLEMS[error.code];
    throw new UserError(`${name}: ${title}. ${detail} ${mend}`);
  }
}

/** What file system providers throw; those of other extensions throw plain errors that carry a `code`. */
export function isFileSystemError(error: unknown): error is Error & { readonly code: string } {
  return (
    error instanceof vscode.FileSystemError ||
    (error instanceof Error && 'code' in error && typeof error.code === 'string')
  );
}
