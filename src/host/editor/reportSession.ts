import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import { isPasswordProblem } from '../../core/pkcs12/errors.ts';
import type { Report } from '../../core/report/report.ts';
import type { FileCard, ViewState } from '../../shared/protocol.ts';
import type { Opened } from '../../worker/messages.ts';
import { RefusedError, WorkerError } from '../../worker/workerClient.ts';
import { Cancelled } from '../cancelled.ts';
import { SECTION } from '../contributions.ts';
import type { Services } from '../services.ts';
import type { EditorParts } from './editorParts.ts';
import { UserError } from '../userError.ts';
import { askForEnvironment, onlyMatch, rateEnvironments } from './chooseEnvironment.ts';
import { ReadError, readPfxFile } from './readFile.ts';
import { openDraftFor } from './submit.ts';

/**
 * One open PFX: what its editor shows, and what leads from one state to the next. The password stays here while the editor
 * is open, for a reload, and goes nowhere but into the worker.
 */
export class ReportSession implements vscode.Disposable {
  readonly uri: vscode.Uri;
  readonly #parts: EditorParts;
  readonly #services: Services;
  readonly #changed = new vscode.EventEmitter<ViewState>();
  readonly onDidChangeState = this.#changed.event;
  #state: ViewState;
  #bytes: Uint8Array | undefined;
  #opened: Opened | undefined;
  #password: string | undefined;
  /** of keys and parts that have one of their own */
  #keyPasswords: readonly string[] = [];
  #environment: string | null;
  #running: AbortController | undefined;
  readonly #closed = new AbortController();

  /** @param environment the one for which the file is to be checked, where that is known */
  constructor(uri: vscode.Uri, parts: EditorParts, environment: string | undefined) {
    this.uri = uri;
    this.#parts = parts;
    this.#services = parts.services;
    this.#environment = environment ?? parts.services.history.environmentOf(uri) ?? null;
    this.#state = { kind: 'working', file: this.#card, step: 'reading' };
  }

  get state(): ViewState {
    return this.#state;
  }

  get report(): Report | undefined {
    return this.#state.kind === 'report' ? this.#state.report : undefined;
  }

  /** Reads the file and opens it with the password known so far, or none; asks for one where that does not do. */
  async load(): Promise<void> {
    await this.#guarded(async (signal) => {
      this.#show({ kind: 'working', file: this.#card, step: 'reading' });
      this.#bytes = await readPfxFile(this.uri);
      await this.#open(this.#password, signal);
    });
    if (this.#state.kind === 'locked') {
      if (this.#password) this.#show({ ...this.#state, reason: 'The file has changed, and its password with it.' });
      await this.unlock();
    } else if (this.report) await this.#settleEnvironment();
  }

  /** Asks for the password until it fits. @throws Cancelled */
  async unlock(): Promise<void> {
    if (this.#state.kind !== 'locked') return;
    await this.#services.prompts.password({
      title: `Open ${this.#name}`,
      prompt:
        'The password that was chosen when the file was exported. It stays in memory only while this report is open.',
      reason: this.#state.reason,
      attempt: (password) => this.#attempt(password),
      signal: this.#closed.signal,
    });
    if (this.report) await this.#settleEnvironment();
  }

  /** Asks for the password of a key or part that has one of its own, until it opens something. @throws Cancelled */
  async unlockParts(): Promise<void> {
    if (!this.report) return;
    await this.#services.prompts.password({
      title: `Open more of ${this.#name}`,
      prompt: 'The other password. It stays in memory only while this report is open.',
      reason: null,
      attempt: (password) => this.#attemptParts(password),
      signal: this.#closed.signal,
    });
  }

  /** Ends what is running; the file can be tried again. */
  cancel(): void {
    this.#running?.abort();
  }

  async chooseEnvironment(): Promise<void> {
    const { environments } = this.#services.store;
    if (environments.length === 0) throw new UserError('There is no environment yet. Add one first.');
    await this.#ask();
  }

  async setEnvironment(name: string): Promise<void> {
    this.#environment = name;
    if (this.report) await this.judge();
  }

  /** Judges again: another environment, other settings. Needs no password. */
  async judge(): Promise<void> {
    const opened = this.#opened;
    if (!opened) return;
    await this.#guarded((signal) => this.#judge(opened, signal));
  }

  async submit(): Promise<void> {
    const { report } = this;
    if (!report) throw new UserError('There is no report to submit yet: open the file first.');
    if (!report.environment && this.#services.store.environments.length > 0) await this.#ask();
    if (this.report) await openDraftFor(this.report, this.#services, this.#parts.worker);
  }

  async copyReport(): Promise<void> {
    const { report } = this;
    if (!report) throw new UserError('There is no report yet: open the file first.');
    await vscode.env.clipboard.writeText(await this.#parts.worker.run('markdown', { report }));
  }

  /** Compares the file with what was judged, and says so where they differ. */
  async checkForChange(): Promise<void> {
    if (this.#state.kind !== 'report' && this.#state.kind !== 'refused') return;
    let now: 'no' | 'changed' | 'gone' = 'no';
    try {
      if (!sameBytes(await readPfxFile(this.uri), this.#bytes)) now = 'changed';
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      now = error.code === 'gone' ? 'gone' : 'changed';
    }
    if (this.#state.kind === 'report') this.#show({ ...this.#state, changedOnDisk: now });
    else if (this.#state.kind === 'refused') this.#show({ ...this.#state, changedOnDisk: now !== 'no' });
  }

  dispose(): void {
    this.cancel();
    this.#closed.abort();
    this.#password = undefined;
    this.#keyPasswords = [];
    this.#bytes?.fill(0);
    this.#changed.dispose();
  }

  get #name(): string {
    return this.uri.path.replace(/^.*\//, '');
  }

  get #card(): FileCard {
    return { name: this.#name, size: this.#bytes?.length ?? null, description: 'PKCS#12 file (PFX)' };
  }

  async #attempt(password: string): Promise<string | undefined> {
    await this.#guarded((signal) => this.#open(password, signal));
    return this.#state.kind === 'locked' ? (this.#state.reason ?? 'The attempt was cancelled.') : undefined;
  }

  async #attemptParts(password: string): Promise<string | undefined> {
    const before = this.#lockedParts;
    const keyPasswords = this.#keyPasswords;
    this.#keyPasswords = [...keyPasswords, password];
    await this.#guarded((signal) => this.#open(this.#password, signal));
    if (this.report && this.#lockedParts < before) return undefined;
    this.#keyPasswords = keyPasswords;
    return this.report ? 'That password opens nothing more in this file.' : 'The attempt did not succeed.';
  }

  get #lockedParts(): number {
    return this.report?.file.bags.filter(({ locked }) => locked).length ?? 0;
  }

  async #open(password: string | undefined, signal: AbortSignal): Promise<void> {
    if (!this.#bytes) throw new Cancelled();
    this.#show({ kind: 'working', file: this.#card, step: 'opening' });
    this.#opened = await this.#parts.worker.run(
      'open',
      { bytes: this.#bytes, password, keyPasswords: this.#keyPasswords },
      { signal },
    );
    this.#password = password;
    await this.#judge(this.#opened, signal);
  }

  async #judge(opened: Opened, signal: AbortSignal): Promise<void> {
    const { store, history } = this.#services;
    const { trusted, worker } = this.#parts;
    const { certificates, problems } = await trusted.read();
    const { environments } = store;
    const changedOnDisk = this.#state.kind === 'report' ? this.#state.changedOnDisk : 'no';
    const report = await worker.run(
      'judge',
      {
        opened,
        file: { name: this.#name, size: this.#bytes?.length ?? 0 },
        environments,
        environment: this.#environment,
        trust: { defaults: true, user: certificates },
        time: Date.now(),
        expiryWarningDays: vscode.workspace.getConfiguration(SECTION).get('expiryWarningDays', 30),
      },
      { signal },
    );
    const only = report.environment ? undefined : onlyMatch(rateEnvironments(report, environments));
    if (only) {
      this.#environment = only.name;
      return this.#judge(opened, signal);
    }
    this.#show({ kind: 'report', report, changedOnDisk, environments: environments.length, trustProblems: problems });
    if (report.environment) {
      const { verdict, headline, judgedAt, certificates: judged } = report;
      const record = {
        uri: this.uri.toString(),
        fileName: this.#name,
        verdict,
        headline,
        judgedAt,
        notAfter: judged[0]?.notAfter ?? null,
      };
      await history.record(report.environment.name, { report: record });
    }
  }

  /** After opening: asks for the environment where more than one may be meant. */
  async #settleEnvironment(): Promise<void> {
    if (this.report?.environment === null && this.#services.store.environments.length > 1) await this.#ask();
  }

  async #ask(): Promise<void> {
    if (!this.report) return;
    const rated = rateEnvironments(this.report, this.#services.store.environments);
    await this.setEnvironment(await askForEnvironment(this.#services.prompts, rated, this.#name, this.#environment));
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
    const file = this.#card;
    if (error instanceof RefusedError && isPasswordProblem(error.code)) {
      const { title, mend } = error.problem;
      this.#show({ kind: 'locked', file, reason: error.code === 'passwordMissing' ? null : `${title}. ${mend}` });
    } else if (error instanceof RefusedError) {
      const shown = error.code === 'notPfx' ? { ...file, description: '' } : file; // the problem says what it is
      this.#show({ kind: 'refused', file: shown, problem: error.problem, changedOnDisk: false });
    } else if (error instanceof ReadError) {
      this.#show({ kind: 'refused', file, problem: error.code, changedOnDisk: false });
    } else if (error instanceof Cancelled || (error instanceof WorkerError && error.code === 'cancelled')) {
      this.#show({ kind: 'locked', file, reason: null });
    } else if (error instanceof WorkerError && error.code === 'timeout') {
      this.#show({ kind: 'refused', file, problem: 'timeout', changedOnDisk: false });
    } else {
      this.#services.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      this.#show({ kind: 'failed', file });
    }
  }

  #show(state: ViewState): void {
    this.#state = state;
    this.#changed.fire(state);
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array | undefined): boolean {
  const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  return b !== undefined && a.length === b.length && digest(a) === digest(b);
}
