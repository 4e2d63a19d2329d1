import * as vscode from 'vscode';
import { Cancelled } from './cancelled.ts';
import { CommandRunner } from './commandRunner.ts';
import { COMMANDS, type CommandId, REPORT_EDITOR } from './contributions.ts';
import type { DraftHistory } from './drafts/draftHistory.ts';
import { DRAFT_DOCUMENTS } from './drafts/keptDocuments.ts';
import { ShownDrafts } from './drafts/shownDrafts.ts';
import type { ReportEditor } from './editor/reportEditor.ts';
import { EnvironmentStore } from './environments/environmentStore.ts';
import type { Features } from './features.ts';
import { History } from './history.ts';
import { Lazy } from './lazy.ts';
import { registerTool, STATUS_TOOL } from './languageModel.ts';
import { isLookDue } from './live/isLookDue.ts';
import { LifetimeTokens } from './lifetime/lifetimeTokens.ts';
import { BACK, type Prompts } from './prompts/prompts.ts';
import { ServedStore } from './served/servedStore.ts';
import type { Outside } from './outside.ts';
import type { StartedServices } from './services.ts';
import { setContext } from './setContext.ts';
import { EnvironmentsTree } from './tree/environmentsTree.ts';
import { EnvironmentsView } from './tree/environmentsView.ts';
import { ExpiryWatch } from './watch/expiryWatch.ts';

/** What tests of the extension host get; a running VS Code gets nothing. */
export interface TestApi {
  /** a test puts a queue of answers in the user's place */
  readonly services: { prompts: Prompts; outside: Outside; readonly tokens: LifetimeTokens };
  readonly editor: ReportEditor;
  readonly tree: EnvironmentsTree;
  readonly store: EnvironmentStore;
  readonly history: History;
  readonly drafts: DraftHistory;
  readonly served: ServedStore;
  readonly view: EnvironmentsView;
  readonly watch: ExpiryWatch;
  readonly features: Features;
  /** of this extension's log */
  readonly logFolder: string;
  /** what a user answers besides values; a test's own bundle has others of the same name */
  readonly BACK: typeof BACK;
  readonly Cancelled: typeof Cancelled;
}

/** What has been loaded, for `deactivate`, to which VS Code hands nothing over. */
let loaded: Features | undefined;

/** VS Code ends the extension, and waits for this a few seconds: a password does not stay on the clipboard. */
export async function deactivate(): Promise<void> {
  await loaded?.services.secretClipboard.clear();
}

/** The composition root: builds what VS Code shows at its start, waits for nothing, and loads the rest on first use. */
export function activate(context: vscode.ExtensionContext): Promise<TestApi> | undefined {
  const log = vscode.window.createOutputChannel('SSL/TLS for OutSystems', { log: true });
  const runner = new CommandRunner(log);
  const store = new EnvironmentStore();
  const history = new History(context.workspaceState);
  const shownDrafts = new ShownDrafts();
  const whereDrafts = (): vscode.Memento =>
    store.target === vscode.ConfigurationTarget.Workspace ? context.workspaceState : context.globalState;
  const drafts = new Lazy(async () => {
    const { loadDrafts } = await import('./drafts/loadDrafts.ts');
    return loadDrafts(whereDrafts, context, shownDrafts, loadActions);
  });
  const served = new ServedStore(context.globalState);
  const tree = new EnvironmentsTree(store, { history, drafts: shownDrafts, served });
  const view = new EnvironmentsView(tree);
  const watch = new ExpiryWatch(tree, context.globalState);
  const services: Omit<StartedServices, 'drafts'> = {
    log,
    runner,
    store,
    history,
    served,
    view,
    watch,
    tokens: new LifetimeTokens(context.secrets, context.globalState),
    extensionUri: context.extensionUri,
    state: context.workspaceState,
    userState: context.globalState,
  };
  const features = new Lazy(async () => {
    const { createFeatures } = await import('./features.ts');
    const made = createFeatures({ ...services, drafts: await drafts.get() });
    context.subscriptions.push(made);
    loaded = made;
    return made;
  });

  const lookIfDue = (): void => {
    if (view.visible && isLookDue(store.environments, served))
      void runner.run('look at what is served', async () => (await features.get()).live.checkStale());
  };
  // documents that VS Code has brought back have their actions
  const loadActions = (): void => void runner.run('read the drafts', () => features.get());
  const showEnvironments = (): void => {
    void setContext('outsystemsSsl.hasEnvironments', store.environments.length > 0);
    // the second key is that of earlier versions
    if (whereDrafts().get('drafts') || context.workspaceState.get('history'))
      void runner.run('read the drafts', () => drafts.get());
  };
  showEnvironments();
  context.subscriptions.push(
    store.onDidChange(showEnvironments),
    registerTool(STATUS_TOOL, async (input) => (await features.get()).status(input)),
    view.onDidShow(lookIfDue),
    vscode.workspace.onDidGrantWorkspaceTrust(lookIfDue),
    log,
    store,
    history,
    shownDrafts,
    served,
    tree,
    view,
    registerEditor(features),
    ...COMMANDS.map((id) => registerCommand(runner, id, features)),
  );
  lookIfDue();
  if (context.workspaceState.get(DRAFT_DOCUMENTS)) loadActions();
  if (context.extensionMode !== vscode.ExtensionMode.Test) {
    void runner.run('tell what ends soon', () => watch.consider());
    return undefined;
  }
  return features.get().then((made) => ({
    services: made.services,
    editor: made.editor,
    tree,
    store,
    history,
    drafts: made.services.drafts,
    served,
    view,
    watch,
    features: made,
    logFolder: context.logUri.fsPath,
    BACK,
    Cancelled,
  }));
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
