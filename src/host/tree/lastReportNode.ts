import * as vscode from 'vscode';
import type { Environment } from '../../core/environments/environment.ts';
import { commandId } from '../contributions.ts';
import type { ReportRecord } from '../history.ts';
import { dayOf } from './dayOf.ts';

export class LastReportNode extends vscode.TreeItem {
  readonly environment: Environment;

  constructor(environment: Environment, report: ReportRecord | undefined) {
    super(report ? 'Last report' : 'No certificate checked yet');
    this.environment = environment;
    this.id = `report:${environment.name}`;
    this.iconPath = new vscode.ThemeIcon('output');
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
