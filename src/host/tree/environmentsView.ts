import * as vscode from 'vscode';
import { plural } from '../../core/report/plural.ts';
import { commandId, ENVIRONMENTS_VIEW, SECTION } from '../contributions.ts';
import { setContext } from '../setContext.ts';
import { isoDay } from '../../core/time.ts';
import type { EnvironmentsTree } from './environmentsTree.ts';
import { StateDecorations } from './stateDecorations.ts';

/** The view around the tree: its badge, its filter, and the item in the status bar while something needs attention. */
export class EnvironmentsView implements vscode.Disposable {
  readonly #tree: EnvironmentsTree;
  readonly #view: vscode.TreeView<vscode.TreeItem>;
  readonly #shown = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  /** when the view comes into sight */
  readonly onDidShow = this.#shown.event;
  #statusBar: vscode.StatusBarItem | undefined;
  #day = isoDay(Date.now());

  constructor(tree: EnvironmentsTree) {
    this.#tree = tree;
    this.#view = vscode.window.createTreeView(ENVIRONMENTS_VIEW, { treeDataProvider: tree, showCollapseAll: true });
    this.#subscriptions = vscode.Disposable.from(
      this.#view,
      this.#shown,
      vscode.window.registerFileDecorationProvider(new StateDecorations()),
      tree.onDidRefresh(() => this.#showCount()),
      this.#view.onDidChangeVisibility(({ visible }) => visible && this.#comesIntoSight()),
      vscode.workspace.onDidChangeConfiguration(
        (event) => event.affectsConfiguration(`${SECTION}.expiryWarningDays`) && tree.redraw(),
      ),
    );
    this.#showCount();
  }

  get visible(): boolean {
    return this.#view.visible;
  }

  get badge(): vscode.ViewBadge | undefined {
    return this.#view.badge;
  }

  get statusBarItem(): vscode.StatusBarItem | undefined {
    return this.#statusBar;
  }

  async filter(attentionOnly: boolean): Promise<void> {
    this.#tree.attentionOnly = attentionOnly;
    await setContext('outsystemsSsl.attentionOnly', attentionOnly);
    await vscode.commands.executeCommand(`${ENVIRONMENTS_VIEW}.focus`);
  }

  dispose(): void {
    this.#statusBar?.dispose();
    this.#subscriptions.dispose();
  }

  /** Days have gone by while nobody looked. */
  #comesIntoSight(): void {
    const day = isoDay(Date.now());
    if (day !== this.#day) this.#tree.redraw();
    this.#day = day;
    this.#shown.fire();
  }

  #showCount(): void {
    const count = this.#tree.nodes.filter(({ needsAttention }) => needsAttention).length;
    if (count === this.#view.badge?.value) return;
    const tooltip = `${plural(count, 'environment')} ${count === 1 ? 'needs' : 'need'} attention`;
    this.#view.badge = count > 0 ? { value: count, tooltip } : undefined;
    if (count === 0) {
      this.#statusBar?.dispose();
      this.#statusBar = undefined;
      return;
    }
    const item = (this.#statusBar ??= vscode.window.createStatusBarItem('attention', vscode.StatusBarAlignment.Left));
    item.name = 'Certificates of OutSystems environments';
    item.text = `$(shield) ${count}`;
    item.tooltip = `${tooltip}. Shows them.`;
    item.accessibilityInformation = { label: `SSL/TLS for OutSystems: ${tooltip}`, role: 'button' };
    item.command = commandId('outsystemsSsl.showAttentionOnly');
    item.show();
  }
}
