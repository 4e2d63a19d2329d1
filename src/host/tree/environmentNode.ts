import * as vscode from 'vscode';
import type { Environment } from '../../core/environments/environment.ts';
import { routeOf } from '../../core/environments/route.ts';
import type { Verdict } from '../../core/report/report.ts';
import type { History, ReportRecord } from '../history.ts';
import { DomainNode } from './domainNode.ts';
import { LastDraftNode } from './lastDraftNode.ts';
import { LastReportNode } from './lastReportNode.ts';
import { RouteNode } from './routeNode.ts';

const ICONS: Readonly<Record<Verdict, readonly [icon: string, color: string]>> = {
  ready: ['pass', 'testing.iconPassed'],
  warnings: ['warning', 'list.warningForeground'],
  errors: ['error', 'list.errorForeground'],
};

/** A sound environment. */
export class EnvironmentNode extends vscode.TreeItem {
  readonly environment: Environment;
  /** position in the setting */
  readonly index: number;
  readonly #history: History;

  constructor(environment: Environment, index: number, history: History) {
    super(environment.name, vscode.TreeItemCollapsibleState.Collapsed);
    this.environment = environment;
    this.index = index;
    this.#history = history;
    const { report, draft } = history.of(environment.name);
    this.id = `environment:${environment.name}`;
    this.description = [environment.domains[0] ?? environment.address, environment.version].filter(Boolean).join(' · ');
    this.iconPath = iconOf(report);
    this.tooltip = tooltipOf(environment, report);
    this.contextValue = ['validate', 'edit', 'remove', 'reveal', report && 'report', draft && 'draft']
      .filter(Boolean)
      .join(' ');
    this.accessibilityInformation = {
      label: `${environment.name}, ${environment.domains[0] ?? environment.address}, ${report ? report.headline : 'not checked yet'}`,
    };
  }

  get children(): readonly vscode.TreeItem[] {
    const { report, draft } = this.#history.of(this.environment.name);
    return [
      ...this.environment.domains.map((domain) => new DomainNode(domain, this.environment)),
      new RouteNode(this.environment),
      new LastReportNode(this.environment, report),
      ...(draft ? [new LastDraftNode(this.environment, draft)] : []),
    ];
  }
}

function iconOf(report: ReportRecord | undefined): vscode.ThemeIcon {
  if (!report) return new vscode.ThemeIcon('server-environment');
  const [icon, color] = ICONS[report.verdict];
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
}

function tooltipOf(environment: Environment, report: ReportRecord | undefined): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  tooltip.appendMarkdown('**').appendText(environment.name).appendMarkdown('**');
  if (environment.type) tooltip.appendText(` (${environment.type})`);
  const lines: readonly (readonly [string, string])[] = [
    ['Address', environment.address],
    ['Domains', environment.domains.join(', ') || 'none yet'],
    ['Platform version', environment.version ?? 'not known'],
    ['Hosting', environment.hosting === 'cloud' ? 'OutSystems cloud' : 'self-managed'],
    ['Activation', routeOf(environment).label],
    ...(environment.lifetime ? ([['LifeTime', environment.lifetime]] as const) : []),
    ['Last report', report ? `${report.fileName}: ${report.headline}` : 'none yet'],
  ];
  for (const [name, value] of lines) tooltip.appendMarkdown(`\n\n*${name}:* `).appendText(value);
  return tooltip;
}
