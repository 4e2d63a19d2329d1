import * as vscode from 'vscode';
import type { Environment } from '../../core/environments/environment.ts';
import type { ReportEditor } from '../editor/reportEditor.ts';
import type { History } from '../history.ts';
import { UserError } from '../userError.ts';

/** Opens the file of an environment's last report again. */
export async function openLastReport(
  history: History,
  editor: ReportEditor,
  { environment }: { readonly environment: Environment },
): Promise<void> {
  const { report } = history.of(environment.name);
  if (!report) throw new UserError(`No certificate was checked for ${environment.name} yet.`);
  await editor.open(vscode.Uri.parse(report.uri, true), environment.name);
}
