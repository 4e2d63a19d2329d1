import * as vscode from 'vscode';
import { WorkerClient } from '../worker/workerClient.ts';
import { Cancelled } from './cancelled.ts';
import { CommandRunner } from './commandRunner.ts';
import { addEnvironment } from './commands/addEnvironment.ts';
import { copyDraft, openSupportPortal } from './commands/draftActions.ts';
import { editEnvironment } from './commands/editEnvironment.ts';
import { openLastDraft, openLastReport } from './commands/openLast.ts';
import { removeEnvironment } from './commands/removeEnvironment.ts';
import { revealEnvironment } from './commands/revealEnvironment.ts';
import { validateCertificate } from './commands/validateCertificate.ts';
import { ENVIRONMENTS_VIEW } from './contributions.ts';
import { DraftDocuments } from './drafts/draftDocuments.ts';
import { ReportEditor } from './editor/reportEditor.ts';
import { TrustedCertificates } from './editor/trustedCertificates.ts';
import { EnvironmentStore } from './environments/environmentStore.ts';
import { History } from './history.ts';
import { BACK, type Prompts } from './prompts/prompts.ts';
import { VscodePrompts } from './prompts/vscodePrompts.ts';
import type { Services } from './services.ts';
import { EnvironmentsTree } from './tree/environmentsTree.ts';
import { UserError } from './userError.ts';

/** What tests of the extension host get; a running VS Code gets nothing. */
export interface TestApi {
  /** a test puts a queue of answers in the user's place */
  readonly services: { prompts: Prompts };
  readonly editor: ReportEditor;
  readonly tree: EnvironmentsTree;
  readonly store: EnvironmentStore;
  readonly history: History;
  /** what a user answers besides values; a test's own bundle has others of the same name */
  readonly BACK: typeof BACK;
  readonly Cancelled: typeof Cancelled;
}

/** The composition root: builds everything, waits for nothing. */
export function activate(context: vscode.ExtensionContext): TestApi | undefined {
  const log = vscode.window.createOutputChannel('SSL/TLS for OutSystems', { log: true });
  const runner = new CommandRunner(log);
  const store = new EnvironmentStore();
  const history = new History(context.workspaceState);
  const drafts = new DraftDocuments(context.workspaceState);
  const worker = new WorkerClient(vscode.Uri.joinPath(context.extensionUri, 'dist', 'worker.js').fsPath);
  const trusted = new TrustedCertificates(worker);
  const services: Services & { prompts: Prompts } = {
    log,
    runner,
    prompts: new VscodePrompts(),
    store,
    history,
    drafts,
    trusted,
    worker,
    extensionUri: context.extensionUri,
  };
  const editor = new ReportEditor(services);
  const tree = new EnvironmentsTree(store, history);
  const session = () => {
    if (!editor.active) throw new UserError('Open a .pfx or .p12 file first.');
    return editor.active;
  };

  context.subscriptions.push(
    log,
    store,
    history,
    drafts,
    worker,
    editor,
    tree,
    vscode.window.createTreeView(ENVIRONMENTS_VIEW, { treeDataProvider: tree, showCollapseAll: true }),
    runner.register('outsystemsSsl.validateCertificate', (target) =>
      validateCertificate(services.prompts, editor, target),
    ),
    runner.register('outsystemsSsl.addEnvironment', () => addEnvironment(services.prompts, store)),
    runner.register('outsystemsSsl.editEnvironment', (node) => editEnvironment(services.prompts, store, node)),
    runner.register('outsystemsSsl.removeEnvironment', (node) => removeEnvironment(services.prompts, store, node)),
    runner.register('outsystemsSsl.revealEnvironment', (node) => revealEnvironment(services.prompts, store, node)),
    runner.register('outsystemsSsl.submitCertificate', () => session().submit()),
    runner.register('outsystemsSsl.copyReport', () => session().copyReport()),
    runner.register('outsystemsSsl.chooseEnvironment', () => session().chooseEnvironment()),
    runner.register('outsystemsSsl.openLastReport', (node) => openLastReport(history, editor, node)),
    runner.register('outsystemsSsl.openLastDraft', (node) => openLastDraft(history, drafts, node)),
    runner.register('outsystemsSsl.copyDraft', () => copyDraft(drafts)),
    runner.register('outsystemsSsl.openSupportPortal', () => openSupportPortal()),
    runner.register('outsystemsSsl.showLog', () => log.show()),
  );
  return context.extensionMode === vscode.ExtensionMode.Test
    ? { services, editor, tree, store, history, BACK, Cancelled }
    : undefined;
}
