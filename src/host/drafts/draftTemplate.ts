import * as vscode from 'vscode';
import { checkTemplate } from '../../core/tickets/applyTemplate.ts';
import { TemplateError } from '../../core/tickets/templateError.ts';
import { SECTION } from '../contributions.ts';
import { isFileSystemError } from '../editor/readFile.ts';
import { settingUri } from '../settingUri.ts';
import { UserError } from '../userError.ts';

/** Bytes. */
const MOST = 200_000;

/**
 * The team's own document of the setting `outsystemsSsl.draftTemplate`, or undefined where there is none. In a workspace that
 * is not trusted nothing is read.
 * @throws UserError where it can't be read or filled in
 */
export async function readDraftTemplate(): Promise<string | undefined> {
  const value: unknown = vscode.workspace.getConfiguration(SECTION).get('draftTemplate');
  if (!vscode.workspace.isTrusted || typeof value !== 'string' || value.trim() === '') return undefined;
  const name = value.trim();
  const uri = settingUri(name);
  if (!uri) throw new UserError(`The draft template “${name}” is a relative path, and no folder is open.`, CHANGE);
  const template = await read(uri, name);
  try {
    checkTemplate(template);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const { line } = error;
    throw new UserError(error.message, { label: 'Open Template', run: () => openAt(uri, line - 1) });
  }
  return template;
}

async function read(uri: vscode.Uri, name: string): Promise<string> {
  let size: number;
  let bytes: Uint8Array = new Uint8Array();
  try {
    ({ size } = await vscode.workspace.fs.stat(uri));
    if (size <= MOST) bytes = await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    throw new UserError(
      `The draft template “${name}” can’t be read. Mend the path in the setting outsystemsSsl.draftTemplate.`,
      CHANGE,
    );
  }
  if (size > MOST) throw new UserError(`The draft template “${name}” is over ${MOST / 1000} kB.`, CHANGE);
  return textOf(bytes, name);
}

/** @throws UserError where it is no text that a draft could be made of */
function textOf(bytes: Uint8Array, name: string): string {
  let text: string | undefined;
  try {
    // takes a byte order mark away
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  if (text === undefined || text.includes('\0'))
    throw new UserError(
      `The draft template “${name}” is no text in UTF-8. Save it as one, or name another file.`,
      CHANGE,
    );
  if (text.trim() === '') throw new UserError(`The draft template “${name}” is empty.`, CHANGE);
  return text;
}

const CHANGE = {
  label: 'Open Setting',
  run: () => vscode.commands.executeCommand('workbench.action.openSettings', `${SECTION}.draftTemplate`),
} as const;

async function openAt(uri: vscode.Uri, line: number): Promise<void> {
  const selection = new vscode.Range(line, 0, line, 0);
  await vscode.window.showTextDocument(uri, { selection });
}
