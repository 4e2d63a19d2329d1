import * as vscode from 'vscode';
import type { Environment } from '../../core/environments/environment.ts';
import { routeOf } from '../../core/environments/route.ts';

/** How a certificate gets onto the environment. */
export class RouteNode extends vscode.TreeItem {
  constructor(environment: Environment) {
    const { label, reason } = routeOf(environment);
    super('Activation');
    this.id = `route:${environment.name}`;
    this.description = label;
    this.iconPath = new vscode.ThemeIcon('milestone');
    this.tooltip = reason;
    this.accessibilityInformation = { label: `Activation: ${label}. ${reason}` };
  }
}
