import * as vscode from 'vscode';
import type { Environment } from '../../core/environments/environment.ts';
import { isoTime } from '../../core/time.ts';
import type { HostMessage, PageMessage, PageRequest, ViewState } from '../../shared/protocol.ts';
import type { WorkerClient } from '../../worker/workerClient.ts';
import { Cancelled } from '../cancelled.ts';
import { commandId, SECTION } from '../contributions.ts';
import { factOf } from '../editor/pageRequests.ts';
import { reportHtml } from '../editor/reportHtml.ts';
import type { TrustedCertificates } from '../editor/trustedCertificates.ts';
import { hostsOf } from '../served/environmentStatus.ts';
import { recordKey } from '../served/servedRecord.ts';
import type { Services } from '../services.ts';
import { UserError } from '../userError.ts';
import { warningDays } from '../warningDays.ts';
import type { LiveCheck } from './liveCheck.ts';

interface Parts {
  readonly services: Services;
  readonly trusted: TrustedCertificates;
  readonly worker: WorkerClient;
  readonly live: LiveCheck;
}

type ServedState = Extract<ViewState, { kind: 'served' }>;

interface Shown {
  readonly panel: vscode.WebviewPanel;
  state: ServedState;
}

/** Reports of what hosts were seen to serve, a panel each, in the page of the reports of files. */
export class ServedReports implements vscode.Disposable {
  readonly #parts: Parts;
  readonly #shown = new Map<string, Shown>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** What is open. */
  get states(): readonly ServedState[] {
    return [...this.#shown.values()].map(({ state }) => state);
  }

  /**
   * Shows what a host of an environment serves: what is kept, or what a look gives where that is not enough.
   * @param host @default the one that speaks for the environment
   * @throws UserError, Cancelled
   */
  async open(environment: Environment, host: string = hostsOf(environment)[0] ?? environment.address): Promise<void> {
    const key = recordKey({ address: environment.address, host });
    const open = this.#shown.get(key);
    if (open) return open.panel.reveal();
    const state = (await this.#stateOf(environment, host)) ?? (await this.#lookAgain(environment, host));
    // a double click asks twice
    const meanwhile = this.#shown.get(key);
    if (meanwhile) return meanwhile.panel.reveal();
    const panel = vscode.window.createWebviewPanel(
      'outsystemsSsl.served',
      `${host} (served)`,
      vscode.ViewColumn.Active,
      { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(this.#parts.services.extensionUri, 'dist')] },
    );
    const shown: Shown = { panel, state };
    this.#shown.set(key, shown);
    const subscriptions = this.#follow(shown, environment, host);
    panel.onDidDispose(() => {
      this.#shown.delete(key);
      subscriptions.dispose();
    });
    panel.webview.html = reportHtml(panel.webview, this.#parts.services.extensionUri);
  }

  dispose(): void {
    for (const { panel } of this.#shown.values()) panel.dispose();
  }

  #follow(shown: Shown, environment: Environment, host: string): vscode.Disposable {
    const { runner, served } = this.#parts.services;
    const { webview } = shown.panel;
    const post = (message: HostMessage): void => void webview.postMessage(message);
    const show = (state: ServedState | undefined): void => {
      if (state) shown.state = state;
      post({ type: 'state', state: shown.state });
    };
    const judgeAgain = (): void =>
      void runner.run('judge what is served', async () => show(await this.#stateOf(environment, host)));
    return vscode.Disposable.from(
      webview.onDidReceiveMessage((message: PageMessage) => {
        if (message.type === 'ready') return post({ type: 'state', state: shown.state });
        const { id, request } = message;
        return void runner.run(`page: ${request.command}`, async () => {
          try {
            if (request.command === 'reload') show(await this.#lookAgain(environment, host));
            else await this.run(shown.state, request);
            post({ type: 'answer', id });
          } catch (error) {
            if (error instanceof UserError) return post({ type: 'answer', id, error: error.message });
            post({ type: 'answer', id, ...(!(error instanceof Cancelled) && { error: 'That did not work.' }) });
            throw error;
          }
        });
      }),
      served.onDidChange((records) => {
        if (records.some((record) => record.address === environment.address && record.host === host)) judgeAgain();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (
          event.affectsConfiguration(`${SECTION}.trustedCertificates`) ||
          event.affectsConfiguration(`${SECTION}.expiryWarningDays`)
        )
          judgeAgain();
      }),
    );
  }

  /** @throws UserError where no certificate was seen */
  async #lookAgain(environment: Environment, host: string): Promise<ServedState> {
    await this.#parts.live.check([environment]);
    const state = await this.#stateOf(environment, host);
    if (!state) throw new UserError(`${host} shows no certificate: it cannot be reached, or it does not speak TLS.`);
    return state;
  }

  /** Undefined where its certificates are not kept. */
  async #stateOf(environment: Environment, host: string): Promise<ServedState | undefined> {
    const { services, trusted, worker } = this.#parts;
    const record = services.served.of(environment.address, host);
    const chain = record && services.served.chainOf(record);
    if (!record?.certificate || !chain) return undefined;
    const { certificates, problems } = await trusted.read();
    const { seenAt } = record.certificate;
    const report = await worker.run('servedReport', {
      host,
      chain,
      findings: record.findings,
      seenAt,
      environment,
      environments: [environment],
      trust: { defaults: true, user: certificates },
      time: Date.now(),
      expiryWarningDays: warningDays(),
    });
    return {
      kind: 'served',
      report,
      environment: environment.name,
      seenAt: isoTime(seenAt),
      trustProblems: problems,
    };
  }

  /** Does what a button of the page stands for, besides another look. @throws UserError */
  async run({ report }: ServedState, request: PageRequest): Promise<void> {
    if (request.command === 'copyFact')
      return vscode.env.clipboard.writeText(factOf(report, request.certificate, request.fact));
    if (request.command === 'copyReport')
      return vscode.env.clipboard.writeText(await this.#parts.worker.run('markdown', { report }));
    if (request.command === 'showLog')
      return void (await vscode.commands.executeCommand(commandId('outsystemsSsl.showLog')));
    throw new UserError('That is for the report of a file.');
  }
}
