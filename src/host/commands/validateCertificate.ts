import * as vscode from 'vscode';
import type { CommandArguments } from '../contributions.ts';
import type { ReportEditor } from '../editor/reportEditor.ts';
import type { Prompts } from '../prompts/prompts.ts';

/** From the palette: asks for the file. From an environment: for this environment. From a file: opens it. */
export async function validateCertificate(
  prompts: Prompts,
  editor: ReportEditor,
  target?: CommandArguments['outsystemsSsl.validateCertificate'][0],
): Promise<void> {
  const environment = target && 'environment' in target ? target.environment : undefined;
  const uri = target instanceof vscode.Uri ? target : await askForFile(prompts, environment?.name);
  await editor.open(uri, environment?.name);
}

function askForFile(prompts: Prompts, environment: string | undefined): Promise<vscode.Uri> {
  return prompts.file({
    title: environment === undefined ? 'Choose the PFX to check' : `Choose the PFX to check for ${environment}`,
    openLabel: 'Check',
    filters: { 'PFX files': ['pfx', 'p12'], 'All files': ['*'] },
  });
}
