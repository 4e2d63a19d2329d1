import * as vscode from 'vscode';
import type { Environment } from '../../core/environments/environment.ts';

/** What the tree shows of drafts. */
export interface DraftView {
  /** @param time milliseconds since 1970-01-01T00:00:00Z */
  nodesFor(environment: Environment, time: number): readonly vscode.TreeItem[];
  /** what can be done with them, for `contextValue` */
  capabilitiesFor(environment: Environment): readonly string[];
}

/** The tree's view of the drafts: nothing until they have been read, which the start of VS Code does not wait for. */
export class ShownDrafts implements DraftView, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  #view: DraftView | undefined;

  /** They have been read, or have changed. */
  show(view: DraftView): void {
    this.#view = view;
    this.#changed.fire();
  }

  nodesFor(environment: Environment, time: number): readonly vscode.TreeItem[] {
    return this.#view?.nodesFor(environment, time) ?? [];
  }

  capabilitiesFor(environment: Environment): readonly string[] {
    return this.#view?.capabilitiesFor(environment) ?? [];
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
