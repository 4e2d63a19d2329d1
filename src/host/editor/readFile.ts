import * as vscode from 'vscode';
import { Limit } from '../../core/pkcs12/limits.ts';
import type { Problem } from '../../core/report/openProblem.ts';
import { sizeProblem } from '../../core/report/sizeProblem.ts';

/** A file could not be read, and why. */
export class ReadError extends Error {
  override readonly name = 'ReadError';
  readonly code: 'gone' | 'folder' | 'tooLarge' | 'unreadable';
  readonly problem: Problem;

  constructor(code: ReadError['code'], problem: Problem) {
    super(code);
    this.code = code;
    this.problem = problem;
  }
}

/** @throws ReadError */
export async function readPfxFile(uri: vscode.Uri): Promise<Uint8Array> {
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if (type & vscode.FileType.Directory) throw new ReadError('folder', PROBLEMS.folder);
    if (size > Limit.size) throw new ReadError('tooLarge', sizeProblem(Limit.size));
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof ReadError || !isFileSystemError(error)) throw error;
    if (error.code === 'FileNotFound') throw new ReadError('gone', PROBLEMS.gone);
    if (error.code === 'FileIsADirectory') throw new ReadError('folder', PROBLEMS.folder);
    throw new ReadError('unreadable', PROBLEMS.unreadable);
  }
}

/** What file system providers throw; those of other extensions throw plain errors that carry a `code`. */
export function isFileSystemError(error: unknown): error is Error & { readonly code: string } {
  return (
    error instanceof vscode.FileSystemError ||
    (error instanceof Error && 'code' in error && typeof error.code === 'string')
  );
}

const PROBLEMS = {
  gone: {
    title: 'The file is not there any more',
    detail: 'It was moved, renamed or deleted.',
    mend: 'Open it where it is now. If it comes back to this place, reload.',
  },
  folder: {
    title: 'This is a folder',
    detail: 'Only a file can be checked.',
    mend: 'Open the .pfx or .p12 file inside it.',
  },
  unreadable: {
    title: 'The file can’t be read',
    detail: 'The system refuses it: you may lack the permission, or another program holds it.',
    mend: 'Check its permissions, then reload.',
  },
} as const;
