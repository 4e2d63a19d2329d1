import * as vscode from 'vscode';
import type { Report } from '../../core/report/report.ts';
import type { HostMessage, PageMessage } from '../../shared/protocol.ts';
import { REPORT_EDITOR, SECTION, type Setting } from '../contributions.ts';
import type { Services } from '../services.ts';
import { setContext } from '../setContext.ts';
import { Cancelled } from '../cancelled.ts';
import { answerRequest } from './pageRequests.ts';
import { UserError } from '../userError.ts';
import { reportHtml } from './reportHtml.ts';
import { ReportSession } from './reportSession.ts';
import type { EditorParts } from './editorParts.ts';
import { watchFile } from './watchFile.ts';

/** Settings that a report depends on, besides the environments. */
const JUDGED: readonly Setting[] = [
  'trustedCertificates',
  'expiryWarningDays',
  'fetchMissingCertificates',
  'checkRevocation',
];

/** The read-only editor of `.pfx` and `.p12` files: the report. */
export class ReportEditor implements vscode.Disposable {
  readonly #parts: EditorParts;
  readonly #services: Services;
  readonly #sessions = new Set<ReportSession>();
  readonly #registration: vscode.Disposable;
  readonly #opened = new vscode.EventEmitter<ReportSession>();
  /** environment that was chosen before the editor of a file is there, by its address */
  readonly #chosen = new Map<string, string>();
  /** of files that were just written, until their editor is there, by their address */
  readonly #passwords = new Map<string, string>();
  #active: ReportSession | undefined;

  constructor(parts: EditorParts) {
    const { services } = parts;
    this.#parts = parts;
    this.#services = services;
    this.#registration = vscode.Disposable.from(
      services.store.onDidChange(() => this.#judgeAll()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (JUDGED.some((name) => event.affectsConfiguration(`${SECTION}.${name}`))) this.#judgeAll();
      }),
    );
  }

  /** The session of the editor that has the focus, or had it last. */
  get active(): ReportSession | undefined {
    return this.#active;
  }

  get sessions(): readonly ReportSession[] {
    return [...this.#sessions];
  }

  /** Opens the report of a file, or shows it where it is open, for an environment where one is given. */
  async open(uri: vscode.Uri, environment?: string): Promise<void> {
    const session = this.sessions.find((candidate) => candidate.uri.toString() === uri.toString());
    if (!session && environment !== undefined) this.#chosen.set(uri.toString(), environment);
    try {
      await vscode.commands.executeCommand('vscode.openWith', uri, REPORT_EDITOR);
    } catch (error) {
      this.#chosen.delete(uri.toString());
      this.#passwords.delete(uri.toString());
      throw error;
    }
    if (!session) return;
    if (environment !== undefined) await session.setEnvironment(environment);
    if (session.state.kind === 'locked') await session.unlock();
  }

  /** Opens a file and waits for its report, as long as its editor is open. @throws Cancelled */
  async reportOf(uri: vscode.Uri, environment: string | undefined): Promise<Report> {
    const isIt = (session: ReportSession): boolean => session.uri.toString() === uri.toString();
    let subscription: vscode.Disposable | undefined;
    const opening = new Promise<ReportSession>((resolve) => {
      subscription = this.#opened.event((session) => isIt(session) && resolve(session));
    });
    let session: ReportSession;
    try {
      await this.open(uri, environment);
      session = this.sessions.find(isIt) ?? (await opening);
    } finally {
      subscription?.dispose();
    }
    return (
      session.report ??
      new Promise((resolve, reject) => {
        const subscriptions = vscode.Disposable.from(
          session.onDidChangeState((state) => {
            if (state.kind !== 'report') return;
            subscriptions.dispose();
            resolve(state.report);
          }),
          session.onDidClose(() => {
            subscriptions.dispose();
            reject(new Cancelled());
          }),
        );
      })
    );
  }

  /** Opens the report of a file that was just written, whose password is known. */
  async openWith(uri: vscode.Uri, password: string | undefined, environment?: string): Promise<void> {
    const session = this.sessions.find((candidate) => candidate.uri.toString() === uri.toString());
    if (session) {
      if (password !== undefined) session.expectPassword(password);
      await vscode.commands.executeCommand('vscode.openWith', uri, REPORT_EDITOR);
      return session.load();
    }
    if (password !== undefined) this.#passwords.set(uri.toString(), password);
    return this.open(uri, environment);
  }

  /** Fills the editor of a file, which is opened once its page is there: never waits for the user. */
  show(uri: vscode.Uri, panel: vscode.WebviewPanel): void {
    const key = uri.toString();
    const session = new ReportSession(uri, this.#parts, this.#chosen.get(key));
    this.#chosen.delete(key);
    const password = this.#passwords.get(key);
    this.#passwords.delete(key);
    if (password !== undefined) session.expectPassword(password);
    this.#sessions.add(session);
    const { webview } = panel;
    const post = (message: HostMessage): void => void webview.postMessage(message);
    let loading = false;
    const pageIsThere = (): void => {
      post({ type: 'state', state: session.state });
      if (loading) return;
      loading = true;
      // not before: VS Code gives the focus to a page that has just come, and would take it from the password's box
      void this.#services.runner.run('open a PFX', () => session.load());
    };
    const subscriptions = vscode.Disposable.from(
      session,
      session.onDidChangeState((state) => {
        post({ type: 'state', state });
        this.#updateContext();
      }),
      session.onDidAskToClose(() => panel.dispose()),
      webview.onDidReceiveMessage((message: PageMessage) => {
        if (message.type === 'ready') pageIsThere();
        else void this.#answer(session, message, post);
      }),
      panel.onDidChangeViewState(() => {
        this.#track(session, panel);
        if (panel.visible) void this.#services.runner.run('compare the file', () => session.checkForChange());
      }),
      watchFile(uri, () => void this.#services.runner.run('compare the file', () => session.checkForChange())),
    );
    panel.onDidDispose(() => {
      subscriptions.dispose();
      this.#sessions.delete(session);
      if (this.#active === session) this.#active = undefined;
      this.#updateContext();
    });
    webview.options = {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(this.#services.extensionUri, 'dist')],
    };
    webview.html = reportHtml(webview, this.#services.extensionUri);
    this.#track(session, panel);
    this.#opened.fire(session);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#opened.dispose();
  }

  async #answer(
    session: ReportSession,
    { id, request }: Extract<PageMessage, { type: 'request' }>,
    post: (message: HostMessage) => void,
  ): Promise<void> {
    await this.#services.runner.run(`page: ${request.command}`, async () => {
      try {
        await answerRequest(session, request, this.#services, this);
        post({ type: 'answer', id });
      } catch (error) {
        // one that offers something is told by VS Code, which has buttons for that
        if (error instanceof UserError && !error.action) return post({ type: 'answer', id, error: error.message });
        post(error instanceof Cancelled ? { type: 'answer', id } : { type: 'answer', id, error: 'That did not work.' });
        throw error;
      }
    });
  }

  #judgeAll(): void {
    for (const session of this.#sessions) void this.#services.runner.run('judge again', () => session.judge());
  }

  #track(session: ReportSession, panel: vscode.WebviewPanel): void {
    if (panel.active) this.#active = session;
    this.#updateContext();
  }

  #updateContext(): void {
    void setContext('outsystemsSsl.reportIsShown', this.#active?.report !== undefined);
  }
}
