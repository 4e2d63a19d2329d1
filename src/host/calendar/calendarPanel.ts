import * as vscode from 'vscode';
import type {
  CalendarCommand,
  CalendarHostMessage,
  CalendarPageMessage,
  CalendarState,
} from '../../shared/calendar.ts';
import { Cancelled } from '../cancelled.ts';
import { commandId, SECTION } from '../contributions.ts';
import { pageHtml } from '../pageHtml.ts';
import type { Services } from '../services.ts';
import { UserError } from '../userError.ts';
import { warningDays } from '../warningDays.ts';
import type { StatusSources } from '../served/environmentStatus.ts';
import { calendarOf, calendarState } from './calendarState.ts';
import { type CalendarFormat, exportCalendar } from './exportCalendar.ts';

const UPDATE_DELAY_MS = 300;

/** The one panel with the expiry calendar; shows what is kept, and follows it while it is open. */
export class CalendarPanel implements vscode.Disposable {
  readonly #services: Services;
  #panel: vscode.WebviewPanel | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(services: Services) {
    this.#services = services;
  }

  /** What it shows now. */
  get state(): CalendarState {
    return calendarState(this.#services.store.environments, this.#sources);
  }

  open(): void {
    if (this.#panel) return this.#panel.reveal();
    const { extensionUri, served, store } = this.#services;
    const panel = vscode.window.createWebviewPanel(
      'outsystemsSsl.calendar',
      'Expiry Calendar',
      vscode.ViewColumn.Active,
      { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'dist')] },
    );
    this.#panel = panel;
    const subscriptions = vscode.Disposable.from(
      served.onDidChange(() => this.#update()),
      store.onDidChange(() => this.#update()),
      vscode.workspace.onDidChangeConfiguration(
        (event) => event.affectsConfiguration(`${SECTION}.expiryWarningDays`) && this.#update(),
      ),
      panel.onDidChangeViewState(() => panel.visible && this.#update()),
      panel.webview.onDidReceiveMessage((message: CalendarPageMessage) => {
        if (message.type === 'ready') this.#post({ type: 'state', state: this.state });
        else void this.#answer(message.id, message.request);
      }),
    );
    panel.onDidDispose(() => {
      clearTimeout(this.#timer);
      this.#panel = undefined;
      subscriptions.dispose();
    });
    panel.webview.html = pageHtml(panel.webview, extensionUri, { name: 'calendar', title: 'Expiry calendar' });
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  /** Many results at once become one message. */
  #update(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#post({ type: 'state', state: this.state }), UPDATE_DELAY_MS);
  }

  #post(message: CalendarHostMessage): void {
    void this.#panel?.webview.postMessage(message);
  }

  async #answer(id: number, command: CalendarCommand): Promise<void> {
    await this.#services.runner.run(`calendar: ${command}`, async () => {
      try {
        await this.run(command);
        this.#post({ type: 'answer', id });
      } catch (error) {
        if (error instanceof UserError) return this.#post({ type: 'answer', id, error: error.message });
        this.#post(error instanceof Cancelled ? { type: 'answer', id } : { type: 'answer', id, error: '' });
        throw error;
      }
    });
  }

  /** Does what a button of the page stands for. @throws Cancelled, UserError */
  async run(command: CalendarCommand): Promise<void> {
    switch (command) {
      case 'exportIcs':
        return this.#export('ics');
      case 'exportCsv':
        return this.#export('csv');
      case 'checkAll':
        return void (await vscode.commands.executeCommand(commandId('outsystemsSsl.checkAllServed')));
      case 'addEnvironment':
        return void (await vscode.commands.executeCommand(commandId('outsystemsSsl.addEnvironment')));
    }
  }

  get #sources(): StatusSources {
    return { served: this.#services.served, warningDays: warningDays(), time: Date.now() };
  }

  async #export(format: CalendarFormat): Promise<void> {
    const { prompts, store } = this.#services;
    const sources = this.#sources;
    await exportCalendar(prompts, calendarOf(store.environments, sources), format, sources.time);
  }
}
