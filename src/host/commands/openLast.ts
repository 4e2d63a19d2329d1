import * as vscode from 'vscode';
import type { Environment } from '../../core/environments/environment.ts';
import type { DraftDocuments } from '../drafts/draftDocuments.ts';
import type { ReportEditor } from '../editor/reportEditor.ts';
import type { History } from '../history.ts';
import { UserError } from '../userError.ts';

interface EnvironmentReference {
  readonly environment: Environment;
}

/** Opens the file of an environment's last report again. */
export async function openLastReport(
  history: History,
  editor: ReportEditor,
  { environment }: EnvironmentReference,
): Promise<void> {
  const { report } = history.of(environment.name);
  if (!report) throw new UserError(`No certificate was checked for ${environment.name} yet.`);
  await editor.open(vscode.Uri.parse(report.uri, true), environment.name);
}

/** Opens an environment's last draft as it was made. */
export async function openLastDraft(
  history: History,
  drafts: DraftDocuments,
  { environment }: EnvironmentReference,
): Promise<void> {
  const { draft } = history.of(environment.name);
  if (!draft) throw new UserError(`There is no draft for ${environment.name} yet.`);
  await drafts.open(draft.markdown);
}
