import * as vscode from 'vscode';
import { type EntryReference, SECTION } from '../contributions.ts';
import type { EnvironmentStore } from '../environments/environmentStore.ts';
import { locateEntry } from '../environments/locateEntry.ts';
import type { Prompts } from '../prompts/prompts.ts';
import { pickEntry } from './pickEntry.ts';

/** Opens settings.json where the environments are kept, at the entry. */
export async function revealEnvironment(
  prompts: Prompts,
  store: EnvironmentStore,
  node?: EntryReference,
): Promise<void> {
  const { index } = await pickEntry(prompts, store, 'Reveal an Environment in the Settings', node, {
    soundOnly: false,
  });
  const command =
    store.target === vscode.ConfigurationTarget.Workspace
      ? vscode.workspace.workspaceFile
        ? 'workbench.action.openWorkspaceConfigFile'
        : 'workbench.action.openWorkspaceSettingsFile'
      : 'workbench.action.openSettingsJson';
  await vscode.commands.executeCommand(command, { revealSetting: { key: `${SECTION}.environments` } });
  const editor = vscode.window.activeTextEditor;
  const range = editor && (await locateEntry(editor.document, index));
  if (!editor || !range) return;
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
