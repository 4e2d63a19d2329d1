import * as vscode from 'vscode';
import { SECTION, type Setting } from '../../../src/host/contributions.ts';

/** Values as a person writes them to settings.json. */
export const DEVELOPMENT = {
  name: 'Development',
  address: 'acme-dev.outsystemsenterprise.com',
  domains: ['apps-dev.acme.example'],
  version: '9.1.200.0',
  hosting: 'cloud',
  type: 'Development',
} as const;

export const QUALITY = {
  name: 'Quality',
  address: 'acme-tst.outsystemsenterprise.com',
  domains: ['apps-test.acme.example'],
  version: '9.1.301.0',
  hosting: 'cloud',
  type: 'Test',
} as const;

export const PRODUCTION = {
  name: 'Production',
  address: 'acme.outsystemsenterprise.com',
  domains: ['apps.acme.example', 'www.acme.example'],
  version: '11.28.1.0',
  hosting: 'cloud',
  type: 'Production',
} as const;

export const ALL = [DEVELOPMENT, QUALITY, PRODUCTION] as const;

const { Workspace } = vscode.ConfigurationTarget;

/** Writes a setting of the workspace; undefined takes it out. */
export async function setSetting(name: Setting, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration(SECTION).update(name, value, Workspace);
}

/** What the workspace's settings hold. */
export function settingOf(name: Setting): unknown {
  return vscode.workspace.getConfiguration(SECTION).inspect(name)?.workspaceValue;
}

/** A file in the workspace's folder. */
export function workspaceFile(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('the tests run in a folder');
  return vscode.Uri.joinPath(folder.uri, name);
}
