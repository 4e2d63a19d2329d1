import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { SETTINGS } from '../../../src/host/contributions.ts';
import type { TestApi } from '../../../src/host/extension.ts';
import type { Answer } from './answers.ts';
import { testApi } from './extension.ts';
import { QueuedPrompts } from './queuedPrompts.ts';
import { setSetting, settingOf } from './settings.ts';
import { ShownMessages } from './shownMessages.ts';

/** What a suite's tests work with; there once its hooks have run. */
export interface Suite {
  readonly api: TestApi;
  readonly prompts: QueuedPrompts;
  readonly errors: ShownMessages;
  readonly information: ShownMessages;
  /** Runs a command; the answers must be just those that it asks for. */
  run(command: string, answers?: readonly Answer[], ...args: readonly unknown[]): Promise<void>;
}

/**
 * Called in a `describe`: a queue of answers in the user's place, which must end empty after every test, and no
 * message that the test did not take. Editors are closed after each test, settings taken out after the suite (writing them
 * takes time): a test sets those that it needs.
 */
export function useExtension(): Suite {
  let api: TestApi | undefined;
  let prompts: QueuedPrompts | undefined;
  let errors: ShownMessages | undefined;
  let information: ShownMessages | undefined;
  const there = <T>(value: T | undefined): T => value ?? assert.fail('in tests and hooks only');

  before('activate the extension', async () => {
    api = await testApi();
    errors = new ShownMessages('showErrorMessage');
    information = new ShownMessages('showInformationMessage');
    // kept for all windows, and so for the next suite
    await api.served.forget();
  });
  beforeEach('answer in the user’s place', () => {
    prompts = new QueuedPrompts(there(api));
    there(api).services.prompts = prompts;
  });
  afterEach('nothing is left over', async () => {
    if (vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0))
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    there(prompts).assertEmpty();
    assert.deepEqual(there(errors).take(), [], 'error messages');
    assert.deepEqual(there(information).take(), [], 'messages');
  });
  after('leave the workspace as it was', async () => {
    errors?.dispose();
    information?.dispose();
    for (const name of SETTINGS) if (settingOf(name) !== undefined) await setSetting(name, undefined);
  });

  return {
    get api() {
      return there(api);
    },
    get prompts() {
      return there(prompts);
    },
    get errors() {
      return there(errors);
    },
    get information() {
      return there(information);
    },
    run: async (command, answers = [], ...args) => {
      there(prompts).expect(...answers);
      await vscode.commands.executeCommand(command, ...args);
    },
  };
}
