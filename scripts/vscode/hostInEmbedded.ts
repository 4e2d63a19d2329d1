import { EventEmitter } from 'node:events';
import type { Page } from 'playwright-core';
import { root } from '../lib/paths.ts';
import { launchBrowser, newProfile } from './browser.ts';
import type { HostRun } from './hostInDesktop.ts';
import { startServer, writeUserSettings } from './server.ts';
import { testSettings } from './settings.ts';
import { remoteUri, withoutWelcome, workbenchUrl } from './workbenchUrl.ts';

const LIMIT_MS = 900_000;
const LAST_LINES = 40;

/**
 * Runs the tests in the embedded VS Code's extension host, with a headless browser for its window.
 * What went wrong with the run itself, if anything; failed tests are in its report.
 */
export async function runInEmbedded(run: HostRun): Promise<string | null> {
  writeUserSettings(run.dataFolder, testSettings);
  // a built VS Code takes the extension and the tests from its address only with this argument
  const args = ['--enable-smoke-test-driver'];
  const server = await startServer({ dataFolder: run.dataFolder, args, env: run.env });
  try {
    const browser = await launchBrowser();
    try {
      const page = await (await newProfile(browser)).newPage();
      const lines: string[] = [];
      page.on('console', (message) => lines.push(message.text()));
      const exitCode = whenTestsEnd(page);
      await exitCode.ready;
      await page.goto(
        workbenchUrl(server.origin, {
          folder: run.workspace,
          payload: [
            ...withoutWelcome,
            ['extensionDevelopmentPath', remoteUri(server.origin, root)],
            ['extensionTestsPath', remoteUri(server.origin, run.runner)],
          ],
        }),
      );
      const problem = await exitCode.problem;
      return problem === null ? null : `${problem}\n${lines.slice(-LAST_LINES).join('\n')}`;
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

const nothing = (): void => undefined;

/** VS Code calls `codeAutomationExit` of its page with the tests' exit code; it must be there before the page is. */
function whenTestsEnd(page: Page): { readonly ready: Promise<void>; readonly problem: Promise<string | null> } {
  const events = new EventEmitter();
  const settle = (problem: string | null): boolean => events.emit('end', problem);
  const timer = setTimeout(settle, LIMIT_MS, `no result within ${LIMIT_MS / 1000} s`);
  page.on('crash', () => settle('the page crashed'));
  page.on('close', () => settle('the browser went away'));
  const ready = page.exposeFunction('codeAutomationExit', (code: number) => {
    settle(code === 0 ? null : `the run ended with exit code ${code}`);
  });
  const problem = new Promise<string | null>((resolve) => {
    events.once('end', (result: string | null) => {
      clearTimeout(timer);
      resolve(result);
    });
  });
  return { ready: ready.then(nothing), problem };
}
