import type { MarkdownString } from 'vscode';
import type { StatusSources } from '../served/environmentStatus.ts';
import type { ServedStore } from '../served/servedStore.ts';
import type { ShownDrafts } from '../drafts/shownDrafts.ts';
import type { History } from '../history.ts';

/** What the tree's nodes are made from. */
export interface TreeSources extends StatusSources {
  readonly history: History;
  readonly drafts: ShownDrafts;
  readonly served: ServedStore;
}

/** A node whose tooltip is made when somebody asks for it. */
export interface LateTooltip {
  makeTooltip(): MarkdownString | Promise<MarkdownString>;
}

export function hasLateTooltip(node: object): node is LateTooltip {
  return 'makeTooltip' in node;
}
