import * as vscode from 'vscode';
import type { Environment } from '../../core/environments/environment.ts';
import { commandId } from '../contributions.ts';

/** Nobody has looked yet what an environment serves: looks. */
export class NotLookedNode extends vscode.TreeItem {
  readonly environment: Environment;

  constructor(environment: Environment) {
    super('Served certificate');
    this.environment = environment;
    this.id = `served:${environment.name}`;
    this.description = 'not looked at yet: look now…';
    this.tooltip = `Connects to ${environment.name} and looks at the certificate that it serves.`;
    this.iconPath = new vscode.ThemeIcon('question');
    this.command = {
      command: commandId('outsystemsSsl.checkServed'),
      title: 'Check What Is Served',
      arguments: [this],
    };
  }
}
