import * as vscode from 'vscode';
import type { Environment } from '../../core/environments/environment.ts';
import { displayDay } from '../../core/time.ts';
import { commandId } from '../contributions.ts';
import type { DraftRecord } from '../history.ts';
import { dayOf } from './dayOf.ts';

export class LastDraftNode extends vscode.TreeItem {
  readonly environment: Environment;

  constructor(environment: Environment, draft: DraftRecord) {
    super('Last draft');
    this.environment = environment;
    this.id = `draft:${environment.name}`;
    const state = draft.handover?.state;
    const done = state?.kind === 'active' ? `done, seen to be served on ${displayDay(state.at)}` : undefined;
    this.description = [draft.subject, dayOf(draft.createdAt), done].filter(Boolean).join(', ');
    this.tooltip = 'Opens the ticket draft as it was made.';
    this.iconPath = new vscode.ThemeIcon(done === undefined ? 'mail' : 'pass');
    this.command = { command: commandId('outsystemsSsl.openLastDraft'), title: 'Open Last Draft', arguments: [this] };
  }
}
