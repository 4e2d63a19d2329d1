import * as vscode from 'vscode';
import type { Environment } from '../../core/environments/environment.ts';
import { normaliseDomain } from '../../core/x509/domains.ts';

export class DomainNode extends vscode.TreeItem {
  constructor(domain: string, environment: Environment) {
    const unicode = normaliseDomain(domain)?.unicode ?? domain;
    super(unicode);
    this.id = `domain:${environment.name}:${domain}`;
    this.description = unicode === domain ? '' : domain;
    this.iconPath = new vscode.ThemeIcon('globe');
    this.tooltip = `People reach ${environment.name} as ${domain}.`;
    this.accessibilityInformation = { label: `Domain ${domain}` };
  }
}
