import * as vscode from 'vscode';
import type { Back, Prompts, Step } from '../prompts/prompts.ts';

/** Where a setting that is nowhere yet is to live. Without a folder there is only one place. @throws Cancelled */
export async function askTarget(
  prompts: Prompts,
  title: string,
  step: Step,
): Promise<vscode.ConfigurationTarget | Back> {
  return prompts.pick({
    title,
    placeholder: 'Where are the environments to be kept?',
    items: [
      {
        label: 'User settings',
        detail: 'For you, in every workspace',
        value: vscode.ConfigurationTarget.Global,
      },
      {
        label: 'Workspace settings',
        detail: 'In this folder, for everybody who works in it',
        value: vscode.ConfigurationTarget.Workspace,
      },
    ],
    step,
  });
}
