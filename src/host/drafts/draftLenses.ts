import * as vscode from 'vscode';
import { isOpen } from '../../core/handover/followUp.ts';
import { copyableFields } from '../../core/tickets/copyableFields.ts';
import { type CommandId, commandId } from '../contributions.ts';
import type { Services } from '../services.ts';
import { setContext } from '../setContext.ts';
import { lifetimePages } from './lifetimePages.ts';

/** The actions that stand in a draft itself: for all of it above the first line, and above each value that can be copied. */
export class DraftLenses implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #services: Services;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(services: Services) {
    this.#services = services;
    const { documents, drafts, passwords, store } = services;
    const update = (): void => this.#update();
    this.#subscriptions = vscode.Disposable.from(
      documents.onDidChange(update),
      passwords.onDidChange(update),
      drafts.onDidChange(update),
      store.onDidChange(update),
      vscode.languages.registerCodeLensProvider('*', this),
    );
    this.#update();
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const found = this.#services.documents.find(document.uri);
    if (!found) return [];
    const fields = copyableFields(document.getText()).map(({ id, label, line }) =>
      lens(line, `$(copy) Copy ${label}`, 'outsystemsSsl.copyField', document.uri, id),
    );
    return [...this.#ofAll(document.uri, found.draft), ...fields];
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#changed.dispose();
  }

  #ofAll(uri: vscode.Uri, draft: string): readonly vscode.CodeLens[] {
    const { drafts, passwords, store } = this.#services;
    const record = drafts.find(draft);
    return [
      lens(0, '$(copy) Copy All', 'outsystemsSsl.copyDraft', uri),
      ...(record && lifetimePages(record, store.environments).length > 0
        ? [lens(0, '$(server) Open LifeTime', 'outsystemsSsl.openLifetime', uri)]
        : []),
      lens(0, '$(link-external) Open Support Portal', 'outsystemsSsl.openSupportPortal', uri),
      ...(passwords.of(draft) === undefined
        ? []
        : [lens(0, '$(key) Copy PFX Password', 'outsystemsSsl.copyPassword', uri)]),
      ...(uri.scheme === 'untitled' ? [lens(0, '$(save) Save to Workspace…', 'outsystemsSsl.saveDraft', uri)] : []),
      ...(record && isOpen(record)
        ? [lens(0, '$(mail-read) Mark as Submitted…', 'outsystemsSsl.markSubmitted', uri)]
        : []),
    ];
  }

  #update(): void {
    const { documents, passwords } = this.#services;
    const draft = documents.active?.draft;
    void setContext('outsystemsSsl.draftHasPassword', draft !== undefined && passwords.of(draft) !== undefined);
    this.#changed.fire();
  }
}

function lens(line: number, title: string, command: CommandId, ...args: readonly unknown[]): vscode.CodeLens {
  const range = new vscode.Range(line, 0, line, 0);
  return new vscode.CodeLens(range, { title, command: commandId(command), arguments: [...args] });
}
