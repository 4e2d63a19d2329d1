import * as vscode from 'vscode';
import type { Report } from '../../core/report/report.ts';
import type { FileCard, OnlineKind, ViewState } from '../../shared/protocol.ts';
import type { Opened } from '../../worker/messages.ts';
import type { Services } from '../services.ts';
import type { EditorParts } from './editorParts.ts';
import { UserError } from '../userError.ts';
import { askOtherPassword, askPassword } from './askPassword.ts';
import { stateOfError } from './errorState.ts';
import { askForEnvironment, askForSeveral, rateEnvironments } from './chooseEnvironment.ts';
import { type Judged, judgeFile, recordReport } from './judging.ts';
import { type Attempt, OpenFile } from './openFile.ts';
import { OnlineChecks } from './onlineChecks.ts';
import { savePfxAs } from '../pfx/savePfxAs.ts';
import { submitReports } from './submit.ts';

/** One open PFX: what its editor shows, and what leads from one state to the next. */
export class ReportSession implements vscode.Disposable {
  readonly uri: vscode.Uri;
  readonly #parts: EditorParts;
  readonly #services: Services;
  readonly #changed = new vscode.EventEmitter<ViewState>();
  readonly onDidChangeState = this.#changed.event;
  readonly #closing = new vscode.EventEmitter<void>();
  /** the person turns away from the file: its editor is to close */
  readonly onDidAskToClose = this.#closing.event;
  readonly #end = new vscode.EventEmitter<void>();
  readonly onDidClose = this.#end.event;
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
    this.#services = parts.services;
    this.#file = new OpenFile(parts.worker);
    this.#online = new OnlineChecks(parts);
    this.#environment = environment ?? parts.services.history.environmentOf(uri) ?? null;
    this.#state = { kind: 'working', file: this.#card, step: 'reading', timeLimit: null };
  }

  get state(): ViewState {
    return this.#state;
  }

  /** of the file, while this is open; undefined where it needs none. It goes nowhere but to the clipboard, when it is asked for. */
  get password(): string | undefined {
    return this.#file.password;
  }

  get report(): Report | undefined {
    return this.#state.kind === 'report' ? this.#state.report : undefined;
  }

  /** Reads the file and opens it with the password known so far, or none; asks for one where that does not do. */
  async load(): Promise<void> {
    await this.#guarded(async (signal) => {
      this.#work('reading');
      await this.#file.read(this.uri);
      await this.#open({ password: this.#file.password }, signal);
    });
    if (this.#state.kind === 'locked') {
      if (this.#file.password)
        this.#show({ ...this.#state, reason: 'The file has changed, and its password with it.' });
      await this.unlock();
    } else if (this.report) await this.#settleEnvironment();
  }

  /** Asks for the password until it fits. @throws Cancelled */
  async unlock(): Promise<void> {
    if (this.#state.kind !== 'locked') return;
    await askPassword(this.#services.prompts, {
      name: this.#name,
      reason: this.#state.reason,
      attempt: (password) => this.#attempt({ password }),
      signal: this.#closed.signal,
    });
    if (this.report) await this.#settleEnvironment();
  }

  /** Asks for the password of a key or part that has one of its own, until it opens something. @throws Cancelled */
  async unlockParts(): Promise<void> {
    if (!this.report) return;
    await askOtherPassword(this.#services.prompts, {
      name: this.#name,
      reason: null,
      attempt: (password) => this.#attemptParts(password),
      signal: this.#closed.signal,
    });
  }

  /** Opens a file that asks for more work than usual, after its cost was told. @throws Cancelled */
  async insist(): Promise<void> {
    const { state } = this;
    if (state.kind !== 'refused' || typeof state.problem === 'string' || !state.problem.insist) return;
    this.#file.insist(state.problem.insist);
    // to try without a password first would cost as much again
    if (this.#file.password === undefined) {
      this.#show({ kind: 'locked', file: this.#card, reason: null });
      return this.unlock();
    }
    await this.#attempt({ password: this.#file.password });
    if (this.report) await this.#settleEnvironment();
  }

  /** Ends what is running; the file can be tried again. */
  cancel(): void {
    this.#running?.abort();
  }

  close(): void {
    this.#closing.fire();
  }

  async chooseEnvironment(): Promise<void> {
    const { environments } = this.#services.store;
    if (environments.length === 0) throw new UserError('There is no environment yet. Add one first.');
    await this.#askEnvironment();
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

  /** Saves the file anew so that a finding is mended. @returns where, and the password of both @throws Cancelled */
  async saveMended(code: string): Promise<{ readonly uri: vscode.Uri; readonly password: string | undefined }> {
    const { report } = this;
    const { opened, request, timeLimit, password } = this.#file;
    if (!report || !opened) throw new UserError('There is no report yet: open the file first.');
    const { fetched } = this.#online.answersFor(opened);
    const timeout = timeLimit === null ? undefined : timeLimit * 1000;
    const saving = { uri: this.uri, report, open: request, timeout, fetched };
    return { uri: await savePfxAs(this.#parts, saving, code), password };
  }

  /** The password of a file that was just written: it need not be asked for. */
  expectPassword(password: string): void {
    this.#file.expect(password);
  }

  /** Asks what the report offers to ask, after saying of whom. @throws Cancelled */
  async goOnline(kind: OnlineKind): Promise<void> {
    if (!this.report || !(await this.#online.agree(kind, this.report))) return;
    await this.#ask(kind);
  }

  cancelOnline(): void {
    this.#online.cancel();
  }

  async submit(): Promise<void> {
    const { report } = this;
    if (!report) throw new UserError('There is no report to submit yet: open the file first.');
    if (!report.environment && this.#services.store.environments.length > 0) await this.#askEnvironment();
    if (this.report) await submitReports([this.report], this, this.#parts);
  }

  /** One draft for several environments. @throws Cancelled, UserError */
  async submitForSeveral(): Promise<void> {
    const { report } = this;
    const { opened } = this.#file;
    if (!report || !opened) throw new UserError('There is no report to submit yet: open the file first.');
    const names = await askForSeveral(
      this.#services.prompts,
      rateEnvironments(report, this.#services.store.environments),
      this.#name,
    );
    const reports: Report[] = [];
    for (const environment of names) {
      const judged = { ...this.#judged(opened), environment };
      reports.push((await judgeFile(this.#parts, judged, this.#closed.signal)).report);
    }
    await submitReports(reports, this, this.#parts);
  }

  async copyReport(): Promise<void> {
    const { report } = this;
    if (!report) throw new UserError('There is no report yet: open the file first.');
    await vscode.env.clipboard.writeText(await this.#parts.worker.run('markdown', { report }));
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
    this.#closing.dispose();
    this.#end.fire();
    this.#end.dispose();
  }

  get #name(): string {
    return this.uri.path.replace(/^.*\//, '');
  }

  get #card(): FileCard {
    return { name: this.#name, size: this.#file.size, description: 'PKCS#12 file (PFX)' };
  }

  async #attempt(attempt: Attempt): Promise<string | undefined> {
    await this.#guarded((signal) => this.#open(attempt, signal));
    return this.#state.kind === 'locked' ? (this.#state.reason ?? 'The attempt was cancelled.') : undefined;
  }

  async #attemptParts(keyPassword: string): Promise<string | undefined> {
    const before = this.#file.lockedParts;
    const refusal = await this.#attempt({ password: this.#file.password, keyPassword });
    if (!this.report) return refusal ?? 'The attempt did not succeed.';
    return this.#file.lockedParts < before ? undefined : 'That password opens nothing more in this file.';
  }

  async #open(attempt: Attempt, signal: AbortSignal): Promise<void> {
    this.#work('opening');
    await this.#judge(await this.#file.open(attempt, signal), signal);
  }

  #judged(opened: Opened): Judged {
    const file = { name: this.#name, size: this.#file.size ?? 0 };
    return { opened, file, environment: this.#environment, ...this.#online.answersFor(opened) };
  }

  async #judge(opened: Opened, signal: AbortSignal): Promise<void> {
    const judgement = await judgeFile(this.#parts, this.#judged(opened), signal);
    const { report } = judgement;
    this.#environment = report.environment?.name ?? this.#environment;
    const changedOnDisk = this.#state.kind === 'report' ? this.#state.changedOnDisk : 'no';
    this.#show({ kind: 'report', ...judgement, changedOnDisk, online: this.#online.view });
    void this.#services.runner.run('ask the network', () => this.#askWhatIsAlwaysAsked());
    await recordReport(this.#services.history, this.uri, report);
  }

  /** After opening: asks for the environment where more than one may be meant. */
  async #settleEnvironment(): Promise<void> {
    if (this.report?.environment === null && this.#services.store.environments.length > 1) await this.#askEnvironment();
  }

  async #askEnvironment(): Promise<void> {
    if (!this.report) return;
    const rated = rateEnvironments(this.report, this.#services.store.environments);
    await this.setEnvironment(await askForEnvironment(this.#services.prompts, rated, this.#name, this.#environment));
  }

  /** Asks over the network and judges with what came of it. */
  async #ask(kind: OnlineKind): Promise<void> {
    const { opened } = this.#file;
    if (!opened) return;
    const { certificates } = await this.#parts.trusted.read();
    await this.#online.ask(kind, opened, { defaults: true, user: certificates }, () => this.#showOnline());
    if (!this.#closed.signal.aborted) await this.judge();
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
      this.#services.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
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
