import * as vscode from 'vscode';
import type { DraftRecord } from '../../core/handover/draftRecord.ts';
import { isFileSystemError } from '../editor/readFile.ts';
import { setContext } from '../setContext.ts';
import type { DraftHistory } from './draftHistory.ts';
import { type DraftReference, keptDocuments, keepDocuments } from './keptDocuments.ts';

/** A draft in an editor, as a person may have changed it. */
export interface DraftDocument extends DraftReference {
  readonly document: vscode.TextDocument;
}

/**
 * Documents that are drafts: they have actions of their own. They begin untitled; VS Code brings such documents back after a
 * restart, so which they are is kept. A file that one is saved as is a draft as well, by its address in the history.
 */
export class DraftDocuments implements vscode.Disposable {
  readonly #state: vscode.Memento;
  readonly #drafts: DraftHistory;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  /** when another one is active, or one has come or gone */
  readonly onDidChange = this.#changed.event;

  constructor(state: vscode.Memento, drafts: DraftHistory) {
    this.#state = state;
    this.#drafts = drafts;
    this.#subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => this.#update()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => void this.#forget(uri)),
      // a new document that has got the name of one which did not come back
      vscode.workspace.onDidOpenTextDocument(
        (document) => document.getText() === '' && void this.#forget(document.uri),
      ),
      // before, since saving may change the text (“format on save”); and after, since VS Code leaves the former out where it is busy
      vscode.workspace.onWillSaveTextDocument(({ document }) => void this.#keepSaved(document)),
      vscode.workspace.onDidSaveTextDocument((document) => void this.#keepSaved(document)),
      drafts.onDidChange(() => this.#update()),
    );
    this.#update();
  }

  /** The draft in the active editor. */
  get active(): DraftDocument | undefined {
    return this.find(vscode.window.activeTextEditor?.document.uri);
  }

  /** The draft in an open document. */
  find(uri: vscode.Uri | undefined): DraftDocument | undefined {
    const document = uri && vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
    if (!document) return undefined;
    const draft = document.isUntitled
      ? keptDocuments(this.#state).find((kept) => kept.uri === document.uri.toString())?.draft
      : this.#drafts.savedAs(document.uri)?.id;
    return draft === undefined ? undefined : { uri: document.uri.toString(), draft, document };
  }

  /** @param draft id of its record */
  async open(markdown: string, draft: string): Promise<void> {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: markdown });
    await keepDocuments(this.#state, [...this.#open(), { uri: document.uri.toString(), draft }]);
    await vscode.window.showTextDocument(document, { preview: false });
    this.#update();
  }

  /** Shows a draft: the document that is open already, the file that it was saved as, else the text as it was made. */
  async show({ id, markdown, savedAs = [] }: DraftRecord): Promise<void> {
    const untitled = this.#open().filter(({ draft }) => draft === id);
    for (const uri of [...untitled.map((open) => open.uri), ...[...savedAs].reverse()].map((text) =>
      vscode.Uri.parse(text),
    ))
      if (uri.scheme === 'untitled' || (await isThere(uri))) {
        await vscode.window.showTextDocument(uri, { preview: false });
        return;
      }
    if (markdown !== null) await this.open(markdown, id);
  }

  /** Shows the file that a draft was just saved as in the place of the untitled document, if that has not changed since. */
  async showSaved({ document, draft }: DraftDocument, text: string, uri: vscode.Uri): Promise<void> {
    const saved = await vscode.workspace.openTextDocument(uri);
    await this.#drafts.saved(draft, saved.uri);
    const { viewColumn } = await vscode.window.showTextDocument(document, { preview: false });
    if (document.isUntitled && document.getText() === text)
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.window.showTextDocument(saved, { preview: false, ...(viewColumn !== undefined && { viewColumn }) });
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

  /** What VS Code saves a draft as (“Save”, “Save As…”) holds the same text: it is the draft from then on. */
  async #keepSaved(document: vscode.TextDocument): Promise<void> {
    const text = plainText(document);
    if (document.isUntitled || text === '') return;
    const { active } = this;
    // what is known already becomes another draft only where that one is saved over it
    const others = this.find(document.uri) ? [] : vscode.workspace.textDocuments.map(({ uri }) => this.find(uri));
    const source = [active, ...others].find(
      (draft) => draft && draft.document !== document && plainText(draft.document) === text,
    );
    if (source && this.#drafts.find(source.draft)) await this.#drafts.saved(source.draft, document.uri);
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

/** Whatever the ends of its lines are. */
function plainText(document: vscode.TextDocument): string {
  return document.getText().replace(/\r\n/g, '\n').trim();
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (isFileSystemError(error)) return false;
    throw error;
  }
}
