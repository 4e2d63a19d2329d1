import * as vscode from 'vscode';
import { commandId } from '../contributions.ts';

/** An entry of the setting that can't be used: says why and opens the place. */
export class BrokenEntryNode extends vscode.TreeItem {
  readonly index: number;

  constructor(index: number, name: string | null, problems: readonly string[]) {
    super(name ?? `Environment ${index + 1} of the settings`);
    this.index = index;
    this.id = `broken:${index}`;
    this.description = problems.join(' ');
    this.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
    this.tooltip = new vscode.MarkdownString().appendText(
      `${problems.join('\n')}\n\nOpens the settings at this place.`,
    );
    this.contextValue = 'reveal remove';
    this.command = {
      command: commandId('outsystemsSsl.revealEnvironment'),
      title: 'Reveal in Settings',
      arguments: [this],
    };
    this.accessibilityInformation = { label: `Broken entry ${name ?? index + 1}: ${problems.join(' ')}` };
  }
}
