import * as vscode from 'vscode';
import type { DraftRecord } from '../../core/handover/draftRecord.ts';
import { isOpen, withDraft, withRenamed } from '../../core/handover/followUp.ts';
import { draftSavedAs, withMovedFile, withSavedDraft } from '../../core/handover/savedAs.ts';
import { HandoverError } from '../../core/handover/handoverError.ts';
import { NO_DRAFTS, parseStoredDrafts, type StoredDrafts } from '../../core/handover/storedDrafts.ts';
import { UserError } from '../userError.ts';
import { earlierDrafts, forgetEarlierDrafts } from './earlierDrafts.ts';

const KEY = 'drafts';
/** VS Code complains of state over 512 kB: texts of what is long done go first. */
const MOST_CHARACTERS = 400_000;

/**
 * Every draft and what became of it. It is kept where the environments are: with the workspace, or with the user; what another
 * window has written meanwhile is read each time.
 */
export class DraftHistory implements vscode.Disposable {
  readonly #state: () => vscode.Memento;
  readonly #earlier: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  #read: { readonly from: unknown; readonly stored: StoredDrafts | HandoverError } | undefined;

  /**
   * @param state where the drafts are now
   * @param earlier where earlier versions kept the last draft of each environment
   */
  constructor(state: () => vscode.Memento, earlier: vscode.Memento) {
    this.#state = state;
    this.#earlier = earlier;
  }

  /** In the order in which they were made; none where another version of this extension wrote what is stored. */
  get all(): readonly DraftRecord[] {
    const stored = this.#stored();
    const drafts = stored instanceof HandoverError ? [] : stored.drafts;
    const known = new Set(drafts.map(({ id }) => id));
    const earlier = earlierDrafts(this.#earlier).filter(({ id }) => !known.has(id));
    return earlier.length > 0 ? [...earlier, ...drafts] : drafts;
  }

  find(id: string): DraftRecord | undefined {
    return this.all.find((record) => record.id === id);
  }

  /** @throws UserError where what is stored can't be read: it stays as it is */
  assertReadable(): void {
    void this.#readable();
  }

  /** @throws UserError as `assertReadable` does */
  async add(record: DraftRecord): Promise<void> {
    await this.#write(withDraft(this.all, record));
  }

  /** @throws UserError as `assertReadable` does, and where the draft has gone */
  async change(id: string, change: (record: DraftRecord) => DraftRecord): Promise<void> {
    if (!this.find(id)) throw new UserError('This draft is not in the history any more.');
    await this.#write(this.all.map((record) => (record.id === id ? change(record) : record)));
  }

  /** Environments have got other names. */
  async renamed(names: ReadonlyMap<string, string>): Promise<void> {
    const { all } = this;
    const drafts = withRenamed(all, names);
    if (drafts !== all) await this.#write(drafts);
  }

  /** The draft that a file holds. */
  savedAs(uri: vscode.Uri): DraftRecord | undefined {
    return draftSavedAs(this.all, uri.toString());
  }

  /** @throws UserError as `assertReadable` does */
  async saved(id: string, uri: vscode.Uri): Promise<void> {
    await this.#write(withSavedDraft(this.all, id, uri.toString()));
  }

  /** A file or a folder has got another address, or is deleted (null). */
  async moved(from: vscode.Uri, to: vscode.Uri | null): Promise<void> {
    const { all } = this;
    const drafts = withMovedFile(all, from.toString(), to?.toString() ?? null);
    if (drafts !== all) await this.#write(drafts);
  }

  /** All of it, whatever it is. */
  async erase(): Promise<void> {
    await this.#state().update(KEY, undefined);
    await forgetEarlierDrafts(this.#earlier);
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #stored(): StoredDrafts | HandoverError {
    const from = this.#state().get(KEY);
    if (!this.#read || this.#read.from !== from) this.#read = { from, stored: parse(from) };
    return this.#read.stored;
  }

  #readable(): StoredDrafts {
    const stored = this.#stored();
    if (stored instanceof HandoverError) throw new UserError(stored.message);
    return stored;
  }

  async #write(drafts: readonly DraftRecord[]): Promise<void> {
    const { unread } = this.#readable();
    await this.#state().update(KEY, { ...NO_DRAFTS, drafts: withinBounds(drafts), unread } satisfies StoredDrafts);
    await forgetEarlierDrafts(this.#earlier);
    this.#changed.fire();
  }
}

function parse(value: unknown): StoredDrafts | HandoverError {
  try {
    return parseStoredDrafts(value);
  } catch (error) {
    if (error instanceof HandoverError) return error;
    throw error;
  }
}

/** Without the texts of the oldest drafts of which nothing is to come, where all would take too much. */
function withinBounds(drafts: readonly DraftRecord[]): readonly DraftRecord[] {
  let over = JSON.stringify(drafts).length - MOST_CHARACTERS;
  if (over <= 0) return drafts;
  return drafts.map((record) => {
    if (over <= 0 || isOpen(record) || record.markdown === null) return record;
    over -= record.markdown.length;
    return { ...record, markdown: null };
  });
}
