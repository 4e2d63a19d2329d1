import type * as vscode from 'vscode';
import type { CommandRunner } from './commandRunner.ts';
import type { DraftDocuments } from './drafts/draftDocuments.ts';
import type { EnvironmentStore } from './environments/environmentStore.ts';
import type { History } from './history.ts';
import type { Prompts } from './prompts/prompts.ts';

/** What is there from the start, and what the parts that load on first use are built from. */
export interface Services {
  readonly log: vscode.LogOutputChannel;
  readonly runner: CommandRunner;
  readonly prompts: Prompts;
  readonly store: EnvironmentStore;
  readonly history: History;
  readonly drafts: DraftDocuments;
  readonly extensionUri: vscode.Uri;
}
