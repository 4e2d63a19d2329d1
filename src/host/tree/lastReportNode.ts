import * as vscode from 'vscode';
import type { Environment } from '../../core/environments/environment.ts';
import type { Verdict } from '../../core/report/report.ts';
import { commandId } from '../contributions.ts';
import type { ReportRecord } from '../history.ts';
import { dayOf } from './dayOf.ts';

const ICONS: Readonly<Record<Verdict, readonly [icon: string, color: string]>> = {
  ready: ['pass', 'testing.iconPassed'],
  warnings: ['warning', 'list.warningForeground'],
  errors: ['error', 'list.errorForeground'],
};

export class LastReportNode extends vscode.TreeItem {
  readonly environment: Environment;

  constructor(environment: Environment, report: ReportRecord | undefined) {
    super(report ? 'Last report' : 'No certificate checked yet');
    this.environment = environment;
    this.id = `report:${environment.name}`;
    this.iconPath = iconOf(report);
    if (report) {
      this.description = `${report.fileName}, ${dayOf(report.judgedAt)}: ${report.headline}`;
      this.tooltip =
        report.notAfter === null
          ? report.headline
          : `${report.headline}. The certificate ends on ${dayOf(report.notAfter)}.`;
      this.command = {
        command: commandId('outsystemsSsl.openLastReport'),
        title: 'Open Last Report',
        arguments: [this],
      };
    } else {
      this.command = {
        command: commandId('outsystemsSsl.validateCertificate'),
        title: 'Validate Certificate…',
        arguments: [this],
      };
      this.description = 'choose a PFX…';
      this.tooltip = `Choose a PFX to check it for ${environment.name}.`;
    }
  }
}

function iconOf(report: ReportRecord | undefined): vscode.ThemeIcon {
  if (!report) return new vscode.ThemeIcon('output');
  const [icon, color] = ICONS[report.verdict];
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
}
