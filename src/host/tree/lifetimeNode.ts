import * as vscode from 'vscode';
import type { Environment } from '../../core/environments/environment.ts';
import { plural } from '../../core/report/plural.ts';
import type { EnvironmentNode } from './environmentNode.ts';

/** The environments of one LifeTime, where there are several. */
export class LifetimeNode extends vscode.TreeItem {
  readonly children: readonly EnvironmentNode[];
  /** what they have in common: all that a refresh needs to know */
  readonly environment: Pick<Environment, 'lifetime'>;

  /** @param lifetime its origin; null: environments of none */
  constructor(lifetime: string | null, children: readonly EnvironmentNode[]) {
    const name = lifetime?.replace(/^https?:\/\//, '') ?? 'Without LifeTime';
    super(name, vscode.TreeItemCollapsibleState.Expanded);
    this.children = children;
    this.environment = { lifetime };
    this.id = `lifetime:${lifetime ?? ''}`;
    this.iconPath = new vscode.ThemeIcon('server');
    if (lifetime !== null) this.contextValue = 'lifetime';
    const count = plural(children.length, 'environment');
    this.description = count;
    this.tooltip = lifetime === null ? 'Environments for which no LifeTime is entered.' : `LifeTime at ${lifetime}`;
    this.accessibilityInformation = { label: `LifeTime ${name}, ${count}` };
  }
}
