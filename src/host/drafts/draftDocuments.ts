import * as vscode from 'vscode';
import { setContext } from '../setContext.ts';

const KEY = 'draftDocuments';

/** Untitled documents that are ticket drafts: they get actions of their own in the editor's title. */
export class DraftDocuments implements vscode.Disposable {
  readonly #state: vscode.Memento;
  readonly #subscriptions: readonly vscode.Disposable[];

  constructor(state: vscode.Memento) {
    this.#state = state;
    this.#subscriptions = [
      vscode.window.onDidChangeActiveTextEditor(() => this.#updateContext()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => void this.#forget(uri)),
    ];
    this.#updateContext();
  }

  /** The draft in the active editor. */
  get active(): vscode.TextDocument | undefined {
    const document = vscode.window.activeTextEditor?.document;
    return document && this.#uris.includes(document.uri.toString()) ? document : undefined;
  }

  async open(markdown: string): Promise<void> {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: markdown });
    await this.#state.update(KEY, [...this.#uris, document.uri.toString()]);
    await vscode.window.showTextDocument(document, { preview: false });
    this.#updateContext();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  get #uris(): readonly string[] {
    return this.#state.get(KEY, []);
  }

  async #forget(uri: vscode.Uri): Promise<void> {
    const rest = this.#uris.filter((other) => other !== uri.toString());
    if (rest.length < this.#uris.length) await this.#state.update(KEY, rest);
  }

  #updateContext(): void {
    void setContext('outsystemsSsl.draftIsActive', this.active !== undefined);
  }
}
