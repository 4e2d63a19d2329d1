import { type OpenWorkspace, openWorkspace, saveScreenshot, type WorkspaceOptions } from './openWorkspace.ts';
import { START_LIMIT_MS } from './limits.ts';
import type { Workbench } from './workbench.ts';

/** What a suite's tests work with; there once the suite's hooks have run. */
export interface SuiteWorkspace {
  readonly workbench: Workbench;
  readonly folder: string;
}

/**
 * Called in a `describe`: opens a fresh workspace before its tests and closes it after them. A failed test leaves a
 * screenshot. A function is called when the suite starts, for options that take time to make.
 */
export function useWorkspace(
  options: WorkspaceOptions | (() => WorkspaceOptions | Promise<WorkspaceOptions>) = {},
): SuiteWorkspace {
  let opened: OpenWorkspace | undefined;
  const get = (): OpenWorkspace => {
    if (opened === undefined) throw new Error('the workspace is open in tests and hooks only');
    return opened;
  };
  before('open a workspace', async function () {
    this.timeout(4 * START_LIMIT_MS);
    opened = await openWorkspace(typeof options === 'function' ? await options() : options);
  });
  afterEach('keep a screenshot of a failure', async function () {
    if (this.currentTest?.state === 'failed') await saveScreenshot(get().workbench, this.currentTest.fullTitle());
  });
  after('close the workspace', async () => {
    await opened?.close();
  });
  return {
    get workbench() {
      return get().workbench;
    },
    get folder() {
      return get().folder;
    },
  };
}
