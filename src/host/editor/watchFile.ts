import * as vscode from 'vscode';
import { fileNameOf } from '../fileNameOf.ts';

/** Calls back when a file is created, changed or deleted, in the workspace or outside. */
export function watchFile(uri: vscode.Uri, onChange: () => void): vscode.Disposable {
  const folder = vscode.Uri.joinPath(uri, '..');
  const name = fileNameOf(uri).replace(/[[\]{}*?]/g, '?'); // a name is no pattern
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, name));
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(onChange),
    watcher.onDidCreate(onChange),
    watcher.onDidDelete(onChange),
  );
}
