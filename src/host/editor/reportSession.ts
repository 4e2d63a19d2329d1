import * as vscode from 'vscode';
import type { Report } from '../../core/report/report.ts';
import type { OnlineKind, ViewState } from '../../shared/protocol.ts';
import { savePfxAs } from '../pfx/savePfxAs.ts';
import type { Services } from '../services.ts';
import { UserError } from '../userError.ts';
import { askOtherPassword, askPassword } from './askPassword.ts';
import { CheckedFile } from './checkedFile.ts';
import { askForEnvironment, askForSeveral, rateEnvironments } from './chooseEnvironment.ts';
import type { EditorParts } from './editorParts.ts';
import { submitReports } from './submit.ts';

/** One open PFX: all that the person in front of its editor can do with it, and is asked for. */
export class ReportSession implements vscode.Disposable {
  readonly uri: vscode.Uri;
  readonly onDidChangeState: vscode.Event<ViewState>;
  readonly #parts: EditorParts;
  readonly #services: Services;
  readonly #file: CheckedFile;
  readonly #closing = new vscode.EventEmitter<void>();
  /** the person turns away from the file: its editor is to close */
  readonly onDidAskToClose = this.#closing.event;
  readonly #end = new vscode.EventEmitter<void>();
  readonly onDidClose = this.#end.event;

  /** @param environment the one for which the file is to be checked, where that is known */
  constructor(uri: vscode.Uri, parts: EditorParts, environment: string | undefined) {
    this.uri = uri;
    this.#parts = parts;
    this.#services = parts.services;
    this.#file = new CheckedFile(uri, parts, environment);
    this.onDidChangeState = this.#file.onDidChangeState;
  }

  get state(): ViewState {
    return this.#file.state;
  }

  /** of the file, while this is open; undefined where it needs none. It goes nowhere but to the clipboard, when it is asked for. */
  get password(): string | undefined {
    return this.#file.password;
  }

  get report(): Report | undefined {
    return this.#file.report;
  }

  /** Reads the file and opens it with the password known so far, or none; asks for one where that does not do. */
  async load(): Promise<void> {
    await this.#file.load();
    if (this.#file.closed.aborted) return;
    if (this.state.kind === 'locked') await this.unlock();
    else if (this.report) await this.#settleEnvironment();
  }

  /** Asks for the password until it fits. @throws Cancelled */
  async unlock(): Promise<void> {
    if (this.state.kind !== 'locked') return;
    await askPassword(this.#services.prompts, {
      name: this.#file.name,
      reason: this.state.reason,
      attempt: (password) => this.#file.open({ password }),
      signal: this.#file.closed,
    });
    if (this.report) await this.#settleEnvironment();
  }

  /** Asks for the password of a key or part that has one of its own, until it opens something. @throws Cancelled */
  async unlockParts(): Promise<void> {
    if (!this.report) return;
    await askOtherPassword(this.#services.prompts, {
      name: this.#file.name,
      reason: null,
      attempt: (password) => this.#file.openParts(password),
      signal: this.#file.closed,
    });
  }

  /** Opens a file that asks for more work than usual, after its cost was told. @throws Cancelled */
  async insist(): Promise<void> {
    const { state } = this;
    if (state.kind !== 'refused' || typeof state.problem === 'string' || !state.problem.insist) return;
    this.#file.insist(state.problem.insist);
    if (this.state.kind === 'locked') return this.unlock();
    await this.#file.open({ password: this.#file.password });
    if (this.report) await this.#settleEnvironment();
  }

  /** Ends what is running; the file can be tried again. */
  cancel(): void {
    this.#file.cancel();
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
    await this.#file.setEnvironment(name);
  }

  /** Judges again: other settings. Needs no password. */
  async judge(): Promise<void> {
    await this.#file.judge();
  }

  /** Saves the file anew so that a finding is mended. @returns where, and the password of both @throws Cancelled */
  async saveMended(code: string): Promise<{ readonly uri: vscode.Uri; readonly password: string | undefined }> {
    const { saving, password } = this.#file;
    return { uri: await savePfxAs(this.#parts, saving, code), password };
  }

  /** The password of a file that was just written: it need not be asked for. */
  expectPassword(password: string): void {
    this.#file.expectPassword(password);
  }

  /** Asks what the report offers to ask, after saying of whom. @throws Cancelled */
  async goOnline(kind: OnlineKind): Promise<void> {
    await this.#file.goOnline(kind);
  }

  cancelOnline(): void {
    this.#file.cancelOnline();
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
    if (!report) throw new UserError('There is no report to submit yet: open the file first.');
    const rated = rateEnvironments(report, this.#services.store.environments);
    const names = await askForSeveral(this.#services.prompts, rated, this.#file.name);
    await submitReports(await this.#file.reportsFor(names), this, this.#parts);
  }

  async copyReport(): Promise<void> {
    const { report } = this;
    if (!report) throw new UserError('There is no report yet: open the file first.');
    await vscode.env.clipboard.writeText(await this.#parts.worker.run('markdown', { report }));
  }

  /** Compares the file with what was judged, and says so where they differ. */
  async checkForChange(): Promise<void> {
    await this.#file.checkForChange();
  }

  dispose(): void {
    this.#file.dispose();
    this.#closing.dispose();
    this.#end.fire();
    this.#end.dispose();
  }

  /** After opening: asks for the environment where more than one may be meant. */
  async #settleEnvironment(): Promise<void> {
    if (this.#file.closed.aborted) return;
    if (this.report?.environment === null && this.#services.store.environments.length > 1) await this.#askEnvironment();
  }

  async #askEnvironment(): Promise<void> {
    if (!this.report) return;
    const { environment, name } = this.#file;
    const rated = rateEnvironments(this.report, this.#services.store.environments);
    await this.setEnvironment(await askForEnvironment(this.#services.prompts, rated, name, environment));
  }
}
