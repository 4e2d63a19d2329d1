import * as vscode from 'vscode';
import { setContext } from '../setContext.ts';
import { type DraftReference, keptDocuments, keepDocuments } from './keptDocuments.ts';

/** A draft in an editor, as a person may have changed it. */
export interface DraftDocument extends DraftReference {
  readonly document: vscode.TextDocument;
}

/**
 * Untitled documents that are drafts: they have actions of their own. VS Code brings untitled documents back after a restart, so
 * which they are is kept.
 */
export class DraftDocuments implements vscode.Disposable {
  readonly #state: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  /** when another one is active, or one has come or gone */
  readonly onDidChange = this.#changed.event;

  constructor(state: vscode.Memento) {
    this.#state = state;
    this.#subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => this.#update()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => void this.#forget(uri)),
      // a new document that has got the name of one which did not come back
      vscode.workspace.onDidOpenTextDocument(
        (document) => document.getText() === '' && void this.#forget(document.uri),
      ),
    );
    this.#update();
  }

  /** The draft in the active editor. */
  get active(): DraftDocument | undefined {
    return this.find(vscode.window.activeTextEditor?.document.uri);
  }

  /** The draft in an open document. */
  find(uri: vscode.Uri | undefined): DraftDocument | undefined {
    const reference = uri && keptDocuments(this.#state).find((kept) => kept.uri === uri.toString());
    const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === reference?.uri);
    return reference && document && { ...reference, document };
  }

  /** @param draft id of its record */
  async open(markdown: string, draft: string): Promise<void> {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: markdown });
    await keepDocuments(this.#state, [...this.#open(), { uri: document.uri.toString(), draft }]);
    await vscode.window.showTextDocument(document, { preview: false });
    this.#update();
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#changed.dispose();
  }

  /** Those that are there: a window may have been closed with others. */
  #open(): readonly DraftReference[] {
    const uris = new Set([
      ...vscode.workspace.textDocuments.map(({ uri }) => uri.toString()),
      ...vscode.window.tabGroups.all.flatMap(({ tabs }) =>
        tabs.flatMap(({ input }) => (input instanceof vscode.TabInputText ? [input.uri.toString()] : [])),
      ),
    ]);
    return keptDocuments(this.#state).filter(({ uri }) => uris.has(uri));
  }

  async #forget(uri: vscode.Uri): Promise<void> {
    const kept = keptDocuments(this.#state);
    const rest = kept.filter((other) => other.uri !== uri.toString());
    if (rest.length === kept.length) return;
    await keepDocuments(this.#state, rest);
    this.#update();
  }

  #update(): void {
    void setContext('outsystemsSsl.draftIsActive', this.active !== undefined);
    this.#changed.fire();
  }
}
