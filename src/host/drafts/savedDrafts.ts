import * as vscode from 'vscode';
import type { DraftHistory } from './draftHistory.ts';

/**
 * Follows the files that drafts were saved as, where VS Code moves or deletes them; what others do with them is not seen, and
 * what they moved is a file like any other.
 * @param opened called when one is open
 */
export function followSavedDrafts(history: DraftHistory, opened: () => void): vscode.Disposable {
  const consider = ({ uri }: vscode.TextDocument): void => {
    if (history.savedAs(uri)) opened();
  };
  vscode.workspace.textDocuments.forEach(consider);
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(consider),
    vscode.workspace.onDidRenameFiles(async ({ files }) => {
      for (const { newUri, oldUri } of files) await history.moved(oldUri, newUri);
    }),
    vscode.workspace.onDidDeleteFiles(async ({ files }) => {
      for (const uri of files) await history.moved(uri, null);
    }),
  );
}
