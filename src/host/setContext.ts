import * as vscode from 'vscode';
import type { ContextKey } from './contributions.ts';

export function setContext(key: ContextKey, value: boolean): Thenable<unknown> {
  return vscode.commands.executeCommand('setContext', key, value);
}
