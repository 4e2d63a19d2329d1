import * as vscode from 'vscode';
import type { EnvironmentStore } from '../environments/environmentStore.ts';
import type { History } from '../history.ts';
import { BrokenEntryNode } from './brokenEntryNode.ts';
import { EnvironmentNode } from './environmentNode.ts';

/** The environments of the settings, in order; an empty list shows the view's welcome. */
export class EnvironmentsTree implements vscode.TreeDataProvider<vscode.TreeItem>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: readonly vscode.Disposable[];
  readonly #store: EnvironmentStore;
  readonly #history: History;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(store: EnvironmentStore, history: History) {
    this.#store = store;
    this.#history = history;
    this.#subscriptions = [
      store.onDidChange(() => this.#changed.fire()),
      history.onDidChange(() => this.#changed.fire()),
    ];
  }

  getTreeItem(node: vscode.TreeItem): vscode.TreeItem {
    return node;
  }

  getChildren(node?: vscode.TreeItem): vscode.TreeItem[] {
    if (node instanceof EnvironmentNode) return [...node.children];
    if (node) return [];
    return this.#store.entries.map((entry) =>
      'environment' in entry
        ? new EnvironmentNode(entry.environment, entry.index, this.#history)
        : new BrokenEntryNode(entry.index, entry.name, entry.problems),
    );
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }
}
