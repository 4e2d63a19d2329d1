import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import * as vscode from 'vscode';
import { SECTION } from '../contributions.ts';

/** Where an entry of the setting stands in a settings.json (or a .code-workspace) file. */
export function locateEntry(document: vscode.TextDocument, index: number): vscode.Range | undefined {
  const root = parseTree(document.getText());
  const key = `${SECTION}.environments`;
  const list = root && (findNodeAtLocation(root, [key]) ?? findNodeAtLocation(root, ['settings', key]));
  const entry = list?.type === 'array' ? list.children?.[index] : list;
  return entry && new vscode.Range(document.positionAt(entry.offset), document.positionAt(entry.offset + entry.length));
}
