import * as vscode from 'vscode';
import { startingTemplate } from '../../core/tickets/startingTemplate.ts';
import { SECTION } from '../contributions.ts';
import type { Prompts } from '../prompts/prompts.ts';
import { saveWhole } from '../saveWhole.ts';
import { settingPath } from '../settingUri.ts';

/** Saves a template to begin with, opens it, and offers to use it. @throws Cancelled, UserError */
export async function createDraftTemplate(prompts: Prompts): Promise<void> {
  const uri = await prompts.saveFile({
    title: 'Save a Draft Template',
    name: 'draft-template.md',
    filters: { Markdown: ['md'] },
  });
  await saveWhole(uri, Buffer.from(startingTemplate()));
  await vscode.window.showTextDocument(uri, { preview: false });
  const use = 'Use It';
  const choice = await vscode.window.showInformationMessage(
    'Drafts can be made from this template: the setting outsystemsSsl.draftTemplate has to name it.',
    use,
  );
  if (choice !== use) return;
  const { name, target } = settingPath(uri);
  await vscode.workspace.getConfiguration(SECTION).update('draftTemplate', name, target);
}
