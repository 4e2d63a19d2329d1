import * as vscode from 'vscode';
import type { Environment } from '../../core/environments/environment.ts';
import { commandId } from '../contributions.ts';
import type { DraftRecord } from '../history.ts';
import { dayOf } from './dayOf.ts';

export class LastDraftNode extends vscode.TreeItem {
  readonly environment: Environment;

  constructor(environment: Environment, draft: DraftRecord) {
    super('Last draft');
    this.environment = environment;
    this.id = `draft:${environment.name}`;
    this.description = `${draft.subject}, ${dayOf(draft.createdAt)}`;
    this.tooltip = 'Opens the ticket draft as it was made.';
    this.iconPath = new vscode.ThemeIcon('mail');
    this.command = { command: commandId('outsystemsSsl.openLastDraft'), title: 'Open Last Draft', arguments: [this] };
  }
}
