import type * as vscode from 'vscode';
import type { CommandRunner } from './commandRunner.ts';
import type { DraftDocuments } from './drafts/draftDocuments.ts';
import type { EnvironmentStore } from './environments/environmentStore.ts';
import type { History } from './history.ts';
import type { LifetimeTokens } from './lifetime/lifetimeTokens.ts';
import type { Prompts } from './prompts/prompts.ts';
import type { ServedStore } from './served/servedStore.ts';
import type { EnvironmentsView } from './tree/environmentsView.ts';
import type { ExpiryWatch } from './watch/expiryWatch.ts';

/** What is there from the start, and what the parts that load on first use are built from. */
export interface Services {
  readonly log: vscode.LogOutputChannel;
  readonly runner: CommandRunner;
  readonly prompts: Prompts;
  readonly store: EnvironmentStore;
  readonly history: History;
  readonly drafts: DraftDocuments;
  readonly served: ServedStore;
  readonly view: EnvironmentsView;
  readonly watch: ExpiryWatch;
  readonly tokens: LifetimeTokens;
  readonly extensionUri: vscode.Uri;
}
