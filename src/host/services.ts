import type * as vscode from 'vscode';
import type { WorkerClient } from '../worker/workerClient.ts';
import type { CommandRunner } from './commandRunner.ts';
import type { DraftDocuments } from './drafts/draftDocuments.ts';
import type { TrustedCertificates } from './editor/trustedCertificates.ts';
import type { EnvironmentStore } from './environments/environmentStore.ts';
import type { History } from './history.ts';
import type { Prompts } from './prompts/prompts.ts';

/** What the composition root builds and the editor needs. */
export interface Services {
  readonly log: vscode.LogOutputChannel;
  readonly runner: CommandRunner;
  readonly prompts: Prompts;
  readonly store: EnvironmentStore;
  readonly history: History;
  readonly drafts: DraftDocuments;
  readonly trusted: TrustedCertificates;
  readonly worker: WorkerClient;
  readonly extensionUri: vscode.Uri;
}
