import * as vscode from 'vscode';
import { Cancelled } from './cancelled.ts';
import { CommandRunner } from './commandRunner.ts';
import { COMMANDS, type CommandId, ENVIRONMENTS_VIEW, REPORT_EDITOR } from './contributions.ts';
import { DraftDocuments } from './drafts/draftDocuments.ts';
import type { ReportEditor } from './editor/reportEditor.ts';
import { EnvironmentStore } from './environments/environmentStore.ts';
import type { Features } from './features.ts';
import { History } from './history.ts';
import { Lazy } from './lazy.ts';
import { BACK, type Prompts } from './prompts/prompts.ts';
import { VscodePrompts } from './prompts/vscodePrompts.ts';
import type { Services } from './services.ts';
import { EnvironmentsTree } from './tree/environmentsTree.ts';

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

/** The composition root: builds what VS Code shows at its start, waits for nothing, and loads the rest on first use. */
export function activate(context: vscode.ExtensionContext): Promise<TestApi> | undefined {
  const log = vscode.window.createOutputChannel('SSL/TLS for OutSystems', { log: true });
  const runner = new CommandRunner(log);
  const store = new EnvironmentStore();
  const history = new History(context.workspaceState);
  const drafts = new DraftDocuments(context.workspaceState);
  const services: Services & { prompts: Prompts } = {
    log,
    runner,
    prompts: new VscodePrompts(),
    store,
    history,
    drafts,
    extensionUri: context.extensionUri,
  };
  const tree = new EnvironmentsTree(store, history);
  const features = new Lazy(async () => {
    const { createFeatures } = await import('./features.ts');
    const made = createFeatures(services);
    context.subscriptions.push(made);
    return made;
  });

  context.subscriptions.push(
    log,
    store,
    history,
    drafts,
    tree,
    vscode.window.createTreeView(ENVIRONMENTS_VIEW, { treeDataProvider: tree, showCollapseAll: true }),
    registerEditor(features),
    ...COMMANDS.map((id) => registerCommand(runner, id, features)),
  );
  if (context.extensionMode !== vscode.ExtensionMode.Test) return undefined;
  return features.get().then(({ editor }) => ({ services, editor, tree, store, history, BACK, Cancelled }));
}

function registerCommand(runner: CommandRunner, id: CommandId, features: Lazy<Features>): vscode.Disposable {
  return runner.register(id, async (...args) => {
    const run: (...given: never[]) => unknown = (await features.get()).commands[id];
    await run(...args);
  });
}

/** The document is nothing but its address: the editor's session reads it. */
function registerEditor(features: Lazy<Features>): vscode.Disposable {
  return vscode.window.registerCustomEditorProvider(
    REPORT_EDITOR,
    {
      openCustomDocument: (uri) => ({ uri, dispose: () => undefined }),
      resolveCustomEditor: async ({ uri }, panel) => {
        let closed = false;
        panel.onDidDispose(() => (closed = true));
        const { editor } = await features.get();
        if (!closed) editor.show(uri, panel);
      },
    },
    { supportsMultipleEditorsPerDocument: false },
  );
}
