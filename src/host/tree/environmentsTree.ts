import * as vscode from 'vscode';
import { secureLifetime } from '../../core/environments/lifetimeOrigin.ts';
import type { EnvironmentStore } from '../environments/environmentStore.ts';
import { allHostsOf } from '../served/environmentStatus.ts';
import { recordKey, type ServedRecord } from '../served/servedRecord.ts';
import { warningDays } from '../warningDays.ts';
import { BrokenEntryNode } from './brokenEntryNode.ts';
import { EnvironmentNode } from './environmentNode.ts';
import { LifetimeNode } from './lifetimeNode.ts';
import { hasLateTooltip, type TreeSources } from './treeSources.ts';

const REFRESH_DELAY_MS = 100;
/** nodes that are drawn anew at a time */
const CHUNK = 100;

/**
 * The environments of the settings, in order; an empty list shows the view's welcome. Results of looks change the nodes that
 * they are about, many at a time; everything is drawn anew only where what is listed changes.
 */
export class EnvironmentsTree implements vscode.TreeDataProvider<vscode.TreeItem>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.TreeItem[] | undefined>();
  readonly #refreshed = new vscode.EventEmitter<void>();
  readonly #subscriptions: readonly vscode.Disposable[];
  readonly #store: EnvironmentStore;
  readonly #sources: () => TreeSources;
  readonly onDidChangeTreeData = this.#changed.event;
  /** after nodes have got to know new results */
  readonly onDidRefresh = this.#refreshed.event;
  readonly #dirty = new Set<EnvironmentNode>();
  #nodes: readonly EnvironmentNode[] | undefined;
  #byHost = new Map<string, EnvironmentNode[]>();
  #timer: NodeJS.Timeout | undefined;
  #attentionOnly = false;
  #warningDays: number | undefined;

  constructor(
    store: EnvironmentStore,
    { drafts, history, served }: Pick<TreeSources, 'drafts' | 'history' | 'served'>,
  ) {
    this.#store = store;
    this.#sources = () => ({
      drafts,
      history,
      served,
      warningDays: (this.#warningDays ??= warningDays()),
      time: Date.now(),
    });
    this.#subscriptions = [
      store.onDidChange(() => this.redraw()),
      history.onDidChange(() => this.redraw()),
      drafts.onDidChange(() => this.redraw()),
      served.onDidChange((records) => this.#mark(records)),
    ];
  }

  /** Sound environments, whether or not the filter lets them show. */
  get nodes(): readonly EnvironmentNode[] {
    if (this.#nodes) return this.#nodes;
    const nodes = this.#store.entries.flatMap((entry) =>
      'environment' in entry ? [new EnvironmentNode(entry.environment, entry.index, this.#sources)] : [],
    );
    this.#byHost = new Map();
    for (const node of nodes) {
      const { address } = node.environment;
      for (const host of allHostsOf(node.environment)) {
        const key = recordKey({ address, host });
        this.#byHost.set(key, [...(this.#byHost.get(key) ?? []), node]);
      }
    }
    return (this.#nodes = nodes);
  }

  /** Only environments that need attention, and broken entries. */
  get attentionOnly(): boolean {
    return this.#attentionOnly;
  }

  set attentionOnly(value: boolean) {
    this.#attentionOnly = value;
    this.#changed.fire(undefined);
  }

  /** Makes everything anew: other settings, another day. */
  redraw(): void {
    this.#nodes = undefined;
    this.#warningDays = undefined;
    this.#dirty.clear();
    this.#changed.fire(undefined);
    this.#refreshed.fire();
  }

  getTreeItem(node: vscode.TreeItem): vscode.TreeItem {
    return node;
  }

  /** What the view shows first is there at once. */
  getChildren(): vscode.TreeItem[];
  getChildren(node?: vscode.TreeItem): vscode.TreeItem[] | Promise<vscode.TreeItem[]>;
  getChildren(node?: vscode.TreeItem): vscode.TreeItem[] | Promise<vscode.TreeItem[]> {
    if (node instanceof EnvironmentNode) return node.children();
    if (node instanceof LifetimeNode) return [...node.children];
    if (node) return [];
    const shown = this.nodes.filter((candidate) => !this.#attentionOnly || candidate.needsAttention);
    const broken = this.#store.entries.flatMap((entry) =>
      'environment' in entry ? [] : [new BrokenEntryNode(entry.index, entry.name, entry.problems)],
    );
    return [...grouped(shown), ...broken];
  }

  async resolveTreeItem(_item: vscode.TreeItem, node: vscode.TreeItem): Promise<vscode.TreeItem> {
    if (hasLateTooltip(node)) node.tooltip = await node.makeTooltip();
    return node;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
    this.#refreshed.dispose();
  }

  #mark(records: readonly ServedRecord[]): void {
    if (this.nodes.length === 0) return;
    for (const record of records) for (const node of this.#byHost.get(recordKey(record)) ?? []) this.#dirty.add(node);
    if (this.#dirty.size > 0) this.#timer ??= setTimeout(() => this.#refresh(), REFRESH_DELAY_MS);
  }

  /** Draws some of what has changed, and leaves the event loop to others before the rest. */
  #refresh(): void {
    const nodes = [...this.#dirty].slice(0, CHUNK);
    let listChanges = false;
    for (const node of nodes) {
      this.#dirty.delete(node);
      const before = node.needsAttention;
      node.update();
      listChanges ||= before !== node.needsAttention;
    }
    this.#changed.fire(this.#attentionOnly && listChanges ? undefined : nodes);
    this.#timer = this.#dirty.size > 0 ? setTimeout(() => this.#refresh(), REFRESH_DELAY_MS) : undefined;
    this.#refreshed.fire();
  }
}

/** Below their LifeTime, where there are several; else as they are. */
function grouped(nodes: readonly EnvironmentNode[]): readonly vscode.TreeItem[] {
  const groups = new Map<string | null, EnvironmentNode[]>();
  for (const node of nodes) {
    const origin = node.environment.lifetime;
    const lifetime = origin === null ? null : secureLifetime(origin);
    const group = groups.get(lifetime);
    if (group) group.push(node);
    else groups.set(lifetime, [node]);
  }
  if ([...groups.keys()].filter((lifetime) => lifetime !== null).length < 2) return nodes;
  return [...groups]
    .sort(([a], [b]) => Number(a === null) - Number(b === null))
    .map(([lifetime, members]) => new LifetimeNode(lifetime, members));
}
