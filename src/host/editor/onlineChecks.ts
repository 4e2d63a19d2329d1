import type * as vscode from 'vscode';
import type { FetchedIssuers } from '../../core/online/fetched.ts';
import type { Report } from '../../core/report/report.ts';
import type { RevocationEvidence } from '../../core/revocation/evidence.ts';
import { ONLINE_TIME_LIMIT } from '../../net/onlineTimeLimit.ts';
import type { OnlineKind, OnlineView } from '../../shared/protocol.ts';
import type { Opened, TrustRequest } from '../../worker/messages.ts';
import { WorkerError } from '../../worker/workerClient.ts';
import type { EditorParts } from './editorParts.ts';
import { networkOptions, onlineMode } from './onlineSettings.ts';

const KINDS: readonly OnlineKind[] = ['issuers', 'revocation'];
const NOTHING: ReadonlySet<OnlineKind> = new Set();

/** What was asked over the network about one opened file, and what came of it. It is forgotten when another file takes its place. */
export class OnlineChecks implements vscode.Disposable {
  readonly #parts: EditorParts;
  #about: Opened | undefined;
  #fetched: FetchedIssuers | undefined;
  #revocation: readonly RevocationEvidence[] | undefined;
  #asked = new Set<OnlineKind>();
  #running: { readonly kind: OnlineKind; readonly controller: AbortController } | undefined;
  #problem: string | null = null;

  constructor(parts: EditorParts) {
    this.#parts = parts;
  }

  get view(): OnlineView {
    return {
      allowed: KINDS.filter((kind) => onlineMode(kind) !== 'never'),
      running: this.#running?.kind ?? null,
      problem: this.#problem,
    };
  }

  /** What the judge is to take into account. */
  answersFor(opened: Opened): {
    readonly fetched?: FetchedIssuers;
    readonly revocation?: readonly RevocationEvidence[];
  } {
    if (this.#about?.sha256 !== opened.sha256) return {};
    return {
      ...(this.#fetched && { fetched: this.#fetched }),
      ...(this.#revocation && { revocation: this.#revocation }),
    };
  }

  /** Says what is sent to whom where that was not said yet; false where there is nothing to ask. @throws Cancelled */
  async agree(kind: OnlineKind, report: Report): Promise<boolean> {
    const offer = report.online[kind];
    if (!offer || onlineMode(kind) === 'never') return false;
    if (onlineMode(kind) === 'ask') await this.#parts.consent.ask(kind, offer, this.#parts.services.prompts);
    return true;
  }

  /** What the settings say is to be asked by itself, one after the other: who can be asked about revocation depends on the chain. */
  due(report: Report, opened: Opened): OnlineKind | undefined {
    if (this.#running) return undefined;
    const asked = this.#about?.sha256 === opened.sha256 ? this.#asked : NOTHING;
    return KINDS.find((kind) => onlineMode(kind) === 'always' && report.online[kind] && !asked.has(kind));
  }

  /**
   * Asks; what came of it is in `answersFor` afterwards, and in `view` where it came to nothing.
   * @param onStart to show that it runs
   */
  async ask(kind: OnlineKind, opened: Opened, trust: TrustRequest, onStart: () => void): Promise<void> {
    if (this.#running) return;
    if (this.#about?.sha256 !== opened.sha256) this.#forget(opened);
    const controller = new AbortController();
    this.#running = { kind, controller };
    this.#asked.add(kind);
    this.#problem = null;
    onStart();
    try {
      await this.#fetch(kind, opened, trust, controller.signal);
    } catch (error) {
      this.#problem = this.#textOf(error);
    } finally {
      this.#running = undefined;
    }
  }

  cancel(): void {
    this.#running?.controller.abort();
  }

  dispose(): void {
    this.cancel();
  }

  async #fetch(kind: OnlineKind, opened: Opened, trust: TrustRequest, signal: AbortSignal): Promise<void> {
    const { fetched } = this.answersFor(opened);
    const network = networkOptions(trust.user);
    const request = { opened, trust, time: Date.now(), network, ...(fetched && { fetched }) };
    const options = { signal, timeout: ONLINE_TIME_LIMIT };
    if (kind === 'issuers') this.#fetched = await this.#parts.onlineWorker.run('fetchIssuers', request, options);
    else this.#revocation = await this.#parts.onlineWorker.run('fetchRevocation', request, options);
  }

  #forget(opened: Opened): void {
    this.#about = opened;
    this.#fetched = undefined;
    this.#revocation = undefined;
    this.#asked = new Set();
  }

  #textOf(error: unknown): string | null {
    if (!(error instanceof WorkerError)) throw error;
    switch (error.code) {
      case 'cancelled':
        return null;
      case 'timeout':
        return 'The servers took too long to answer. Nothing is known from them.';
      case 'crashed':
        this.#parts.services.log.error(`network: ${error.message}`);
        return 'Something went wrong in this extension while it asked. The log says more.';
    }
  }
}
