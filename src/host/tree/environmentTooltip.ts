import * as vscode from 'vscode';
import type { Environment } from '../../core/environments/environment.ts';
import { routeOf } from '../../core/environments/route.ts';
import { displayDay } from '../../core/time.ts';
import type { EnvironmentStatus } from '../served/environmentStatus.ts';
import type { TreeSources } from './treeSources.ts';

export function environmentTooltip(
  environment: Environment,
  status: EnvironmentStatus | undefined,
  { history }: TreeSources,
): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  tooltip.appendMarkdown('**').appendText(environment.name).appendMarkdown('**');
  if (environment.type) tooltip.appendText(` (${environment.type})`);
  if (status) tooltip.appendMarkdown('\n\n').appendText(`${status.record.host}: ${status.record.headline}`);
  const { report } = history.of(environment.name);
  const lines: readonly (readonly [string, string])[] = [
    ['Address', environment.address],
    ['Domains', environment.domains.join(', ') || 'none yet'],
    ['Platform version', environment.version ?? 'not known'],
    ['Hosting', environment.hosting === 'cloud' ? 'OutSystems cloud' : 'self-managed'],
    ['Activation', routeOf(environment).label],
    ...(environment.lifetime ? ([['LifeTime', environment.lifetime]] as const) : []),
    ['Last looked at', status ? displayDay(status.record.lookedAt) : 'never'],
    ['Last report', report ? `${report.fileName}: ${report.headline}` : 'none yet'],
  ];
  for (const [name, value] of lines) tooltip.appendMarkdown(`\n\n*${name}:* `).appendText(value);
  return tooltip;
}
