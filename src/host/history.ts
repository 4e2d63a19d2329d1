import * as vscode from 'vscode';
import type { Verdict } from '../core/report/report.ts';

/** The last report made for an environment. No secret, no key. */
export interface ReportRecord {
  readonly uri: string;
  readonly fileName: string;
  readonly verdict: Verdict;
  readonly headline: string;
  /** ISO 8601: end of the leaf; null where there was none */
  readonly notAfter: string | null;
  readonly judgedAt: string;
}

interface EnvironmentHistory {
  readonly report?: ReportRecord | undefined;
}

const KEY = 'history';

/** What was checked last for each environment, kept with the workspace. */
export class History implements vscode.Disposable {
  readonly #state: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  of(environment: string): EnvironmentHistory {
    return this.#all[environment] ?? {};
  }

  /** The environment for which a file was checked last. */
  environmentOf(uri: vscode.Uri): string | undefined {
    const checked = Object.entries(this.#all).flatMap(([name, { report }]) =>
      report?.uri === uri.toString() ? [{ name, at: report.judgedAt }] : [],
    );
    return checked.sort((a, b) => a.at.localeCompare(b.at)).at(-1)?.name;
  }

  async record(environment: string, part: EnvironmentHistory): Promise<void> {
    await this.#state.update(KEY, { ...this.#all, [environment]: { ...this.of(environment), ...part } });
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }

  get #all(): Readonly<Record<string, EnvironmentHistory>> {
    return this.#state.get(KEY, {});
  }
}
