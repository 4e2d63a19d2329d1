import type * as vscode from 'vscode';
import type { CommandRunner } from './commandRunner.ts';
import type { DraftDocuments } from './drafts/draftDocuments.ts';
import type { DraftPasswords } from './drafts/draftPasswords.ts';
import type { SecretClipboard } from './drafts/secretClipboard.ts';
import type { DraftHistory } from './drafts/draftHistory.ts';
import type { EnvironmentStore } from './environments/environmentStore.ts';
import type { History } from './history.ts';
import type { LifetimeTokens } from './lifetime/lifetimeTokens.ts';
import type { Outside } from './outside.ts';
import type { Prompts } from './prompts/prompts.ts';
import type { ServedStore } from './served/servedStore.ts';
import type { EnvironmentsView } from './tree/environmentsView.ts';
import type { ExpiryWatch } from './watch/expiryWatch.ts';

/** What is there from the start. */
export interface StartedServices {
  readonly log: vscode.LogOutputChannel;
  readonly runner: CommandRunner;
  readonly store: EnvironmentStore;
  readonly history: History;
  readonly drafts: DraftHistory;
  readonly served: ServedStore;
  readonly view: EnvironmentsView;
  readonly watch: ExpiryWatch;
  readonly tokens: LifetimeTokens;
  readonly extensionUri: vscode.Uri;
  /** of the workspace */
  readonly state: vscode.Memento;
  /** of the user, in all workspaces */
  readonly userState: vscode.Memento;
}

/** What the parts that load on first use are built from. */
export interface Services extends StartedServices {
  readonly prompts: Prompts;
  readonly outside: Outside;
  readonly documents: DraftDocuments;
  readonly passwords: DraftPasswords;
  readonly secretClipboard: SecretClipboard;
}
