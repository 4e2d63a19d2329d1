import * as vscode from 'vscode';
import type { Insistence } from '../../core/pkcs12/cost.ts';
import type { Report } from '../../core/report/report.ts';
import type { FileCard, OnlineKind, ViewState } from '../../shared/protocol.ts';
import type { Opened } from '../../worker/messages.ts';
import { fileNameOf } from '../fileNameOf.ts';
import type { Saving } from '../pfx/savePfxAs.ts';
import { UserError } from '../userError.ts';
import type { EditorParts } from './editorParts.ts';
import { stateOfError } from './errorState.ts';
import { type Judged, judgeFile, recordReport } from './judging.ts';
import { OnlineChecks } from './onlineChecks.ts';
import { type Attempt, OpenFile } from './openFile.ts';

/**
 * One PFX on its way from the disk to its report, and what an editor shows of it meanwhile. It asks the user nothing; what goes
 * wrong on the way becomes a state, not an error.
 */
export class CheckedFile implements vscode.Disposable {
  readonly uri: vscode.Uri;
  readonly #parts: EditorParts;
  readonly #changed = new vscode.EventEmitter<ViewState>();
  readonly onDidChangeState = this.#changed.event;
  #state: ViewState;
  readonly #file: OpenFile;
  readonly #online: OnlineChecks;
  #environment: string | null;
  #running: AbortController | undefined;
  readonly #closed = new AbortController();

  /** @param environment the one for which the file is to be checked, where that is known */
  constructor(uri: vscode.Uri, parts: EditorParts, environment: string | undefined) {
    this.uri = uri;
    this.#parts = parts;
    this.#file = new OpenFile(parts.worker);
    this.#online = new OnlineChecks(parts);
    this.#environment = environment ?? parts.services.history.environmentOf(uri) ?? null;
    this.#state = { kind: 'working', file: this.#card, step: 'reading', timeLimit: null };
  }

  get name(): string {
    return fileNameOf(this.uri);
  }

  get state(): ViewState {
    return this.#state;
  }

  get report(): Report | undefined {
    return this.#state.kind === 'report' ? this.#state.report : undefined;
  }

  /** Name of the environment for which it is checked. */
  get environment(): string | null {
    return this.#environment;
  }

  /** What opened it; undefined before, and where it needs none. */
  get password(): string | undefined {
    return this.#file.password;
  }

  /** Aborted when nobody looks at the file any more. */
  get closed(): AbortSignal {
    return this.#closed.signal;
  }

  /** Reads the file and opens it with the password known so far, or none. */
  async load(): Promise<void> {
    await this.#guarded(async (signal) => {
      this.#work('reading');
      await this.#file.read(this.uri);
      await this.#open({ password: this.#file.password }, signal);
    });
    if (this.#state.kind === 'locked' && this.#file.password)
      this.#show({ ...this.#state, reason: 'The file has changed, and its password with it.' });
  }

  /** @returns undefined where the password did; else why it didn't, as a sentence */
  async open(attempt: Attempt): Promise<string | undefined> {
    await this.#guarded((signal) => this.#open(attempt, signal));
    return this.#state.kind === 'locked' ? (this.#state.reason ?? 'The attempt was cancelled.') : undefined;
  }

  /**
   * Opens it once more, with the password of a key or part that has one of its own.
   * @returns undefined where that opened something; else why it didn't, as a sentence
   */
  async openParts(keyPassword: string): Promise<string | undefined> {
    const before = this.#file.lockedParts;
    const refusal = await this.open({ password: this.#file.password, keyPassword });
    if (!this.report) return refusal ?? 'The attempt did not succeed.';
    return this.#file.lockedParts < before ? undefined : 'That password opens nothing more in this file.';
  }

  /** The next openings may take as long as this; asks for the password where it is not known. */
  insist(insistence: Insistence): void {
    this.#file.insist(insistence);
    // to try without a password first would cost as much again
    if (this.#file.password === undefined) this.#show({ kind: 'locked', file: this.#card, reason: null });
  }

  /** A password to be tried first. */
  expectPassword(password: string): void {
    this.#file.expect(password);
  }

  /** Ends what is running; the file can be tried again. */
  cancel(): void {
    this.#running?.abort();
  }

  async setEnvironment(name: string): Promise<void> {
    this.#environment = name;
    if (this.report) await this.judge();
  }

  /** Judges again: another environment, other settings. Needs no password. */
  async judge(): Promise<void> {
    const { opened } = this.#file;
    if (!opened) return;
    await this.#guarded((signal) => this.#judge(opened, signal));
  }

  /** Its reports for some environments; what is shown stays. @throws UserError, WorkerError */
  async reportsFor(environments: readonly string[]): Promise<readonly Report[]> {
    const { opened } = this.#file;
    if (!opened) throw new UserError('There is no report yet: open the file first.');
    const reports: Report[] = [];
    for (const environment of environments)
      reports.push((await judgeFile(this.#parts, { ...this.#judged(opened), environment }, this.closed)).report);
    return reports;
  }

  /** What is needed to write it anew. @throws UserError */
  get saving(): Saving {
    const { report } = this;
    const { opened, request, timeLimit } = this.#file;
    if (!report || !opened) throw new UserError('There is no report yet: open the file first.');
    const { fetched } = this.#online.answersFor(opened);
    return {
      uri: this.uri,
      report,
      open: request,
      timeout: timeLimit === null ? undefined : timeLimit * 1000,
      fetched,
    };
  }

  /** Asks over the network what the report offers to ask, after saying of whom. @throws Cancelled */
  async goOnline(kind: OnlineKind): Promise<void> {
    if (!this.report || !(await this.#online.agree(kind, this.report))) return;
    await this.#ask(kind);
  }

  cancelOnline(): void {
    this.#online.cancel();
  }

  /** Compares the file with what was judged, and says so where they differ. */
  async checkForChange(): Promise<void> {
    if (this.#state.kind !== 'report' && this.#state.kind !== 'refused') return;
    const now = await this.#file.changeOf(this.uri);
    if (this.#state.kind === 'report') this.#show({ ...this.#state, changedOnDisk: now });
    else if (this.#state.kind === 'refused') this.#show({ ...this.#state, changedOnDisk: now !== 'no' });
  }

  dispose(): void {
    this.cancel();
    this.#closed.abort();
    this.#file.dispose();
    this.#online.dispose();
    this.#changed.dispose();
  }

  get #card(): FileCard {
    return { name: this.name, size: this.#file.size, description: 'PKCS#12 file (PFX)' };
  }

  async #open(attempt: Attempt, signal: AbortSignal): Promise<void> {
    this.#work('opening');
    await this.#judge(await this.#file.open(attempt, signal), signal);
  }

  #judged(opened: Opened): Judged {
    const file = { name: this.name, size: this.#file.size ?? 0 };
    return { opened, file, environment: this.#environment, ...this.#online.answersFor(opened) };
  }

  async #judge(opened: Opened, signal: AbortSignal): Promise<void> {
    const { history, runner } = this.#parts.services;
    const judgement = await judgeFile(this.#parts, this.#judged(opened), signal);
    const { report } = judgement;
    this.#environment = report.environment?.name ?? this.#environment;
    const changedOnDisk = this.#state.kind === 'report' ? this.#state.changedOnDisk : 'no';
    this.#show({ kind: 'report', ...judgement, changedOnDisk, online: this.#online.view });
    void runner.run('ask the network', () => this.#askWhatIsAlwaysAsked());
    await recordReport(history, this.uri, report);
  }

  /** Asks over the network and judges with what came of it. */
  async #ask(kind: OnlineKind): Promise<void> {
    const { opened } = this.#file;
    if (!opened) return;
    const { certificates } = await this.#parts.trusted.read();
    if (this.closed.aborted) return;
    await this.#online.ask(kind, opened, { defaults: true, user: certificates }, () => this.#showOnline());
    if (!this.closed.aborted) await this.judge();
  }

  async #askWhatIsAlwaysAsked(): Promise<void> {
    const { opened } = this.#file;
    const kind = this.report && opened && this.#online.due(this.report, opened);
    if (kind) await this.#ask(kind);
  }

  #showOnline(): void {
    if (this.#state.kind === 'report') this.#show({ ...this.#state, online: this.#online.view });
  }

  /** Runs a step that can be cancelled; what goes wrong becomes what the editor shows. */
  async #guarded(step: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    try {
      await step(running.signal);
    } catch (error) {
      if (this.#running === running) this.#showError(error);
    } finally {
      if (this.#running === running) this.#running = undefined;
    }
  }

  #showError(error: unknown): void {
    const state = stateOfError(error, this.#card, this.#file.timeLimit !== null);
    if (state.kind === 'failed')
      this.#parts.services.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    this.#show(state);
  }

  #work(step: 'reading' | 'opening'): void {
    this.#show({
      kind: 'working',
      file: this.#card,
      step,
      timeLimit: step === 'opening' ? this.#file.timeLimit : null,
    });
  }

  #show(state: ViewState): void {
    this.#state = state;
    this.#changed.fire(state);
  }
}
