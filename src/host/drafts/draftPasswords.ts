import * as vscode from 'vscode';
import type { Report } from '../../core/report/report.ts';

/** What knows the password of a file while it is open: its report. */
export interface PasswordSource {
  readonly report: Report | undefined;
  readonly password: string | undefined;
  readonly onDidChangeState: vscode.Event<unknown>;
  readonly onDidClose: vscode.Event<void>;
}

/** Where the password of the file of a draft can be had. It stays with the report, and is asked for each time. */
export class DraftPasswords implements vscode.Disposable {
  readonly #sources = new Map<string, { readonly source: PasswordSource; readonly fileSha256: string }>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

  /** @param draft id of its record */
  offer(draft: string, source: PasswordSource): void {
    const fileSha256 = source.report?.file.sha256;
    if (fileSha256 === undefined) return;
    this.#sources.set(draft, { source, fileSha256 });
    const subscriptions = vscode.Disposable.from(
      source.onDidChangeState(() => this.#changed.fire()),
      source.onDidClose(() => {
        subscriptions.dispose();
        this.#sources.delete(draft);
        this.#changed.fire();
      }),
    );
    this.#changed.fire();
  }

  /** Undefined where it needs none, its report is closed, or another file is there now. */
  of(draft: string): string | undefined {
    const found = this.#sources.get(draft);
    if (!found || found.source.report?.file.sha256 !== found.fileSha256) return undefined;
    return found.source.password || undefined;
  }

  dispose(): void {
    this.#sources.clear();
    this.#changed.dispose();
  }
}
