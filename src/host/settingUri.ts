import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';

/** The file that a setting names: absolute, below `~/`, or in the workspace's folder; undefined where none is open. */
export function settingUri(name: string): vscode.Uri | undefined {
  if (/^~[/\\]/.test(name)) return vscode.Uri.file(path.join(os.homedir(), name.slice(2)));
  if (path.isAbsolute(name)) return vscode.Uri.file(name);
  const folder = vscode.workspace.workspaceFolders?.[0];
  return folder && vscode.Uri.joinPath(folder.uri, name);
}

/** How a setting names a file, and where: relative for a file of the workspace's folder, whose settings are everybody's; else absolute. */
export function settingPath(uri: vscode.Uri): { readonly name: string; readonly target: vscode.ConfigurationTarget } {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  // names are relative to the first of several folders
  return folder?.index === 0
    ? { name: vscode.workspace.asRelativePath(uri, false), target: vscode.ConfigurationTarget.Workspace }
    : { name: uri.fsPath, target: vscode.ConfigurationTarget.Global };
}
