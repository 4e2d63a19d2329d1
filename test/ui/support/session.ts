import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../../scripts/vscode/browser.ts';
import { installVsix, type Server, startServer } from '../../../scripts/vscode/server.ts';

/** One VS Code with the packaged extension, and one browser, for all suites of a run. */
export interface Session {
  readonly server: Server;
  readonly browser: Browser;
  /** VS Code's own files: user settings, extensions */
  readonly dataFolder: string;
  end(): Promise<void>;
}

let current: Session | undefined;

/** The session that scripts/uiTests.ts (or another script) started in this process. */
export function currentSession(): Session {
  if (current === undefined) throw new Error('no session: run this with `npm run test:ui`');
  return current;
}

/** Installs the package and starts VS Code and the browser. */
export async function startSession(vsix: string): Promise<Session> {
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'ui-vscode-'));
  const removeData = (): void => fs.rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  try {
    installVsix(dataFolder, vsix);
    const server = await startServer({ dataFolder });
    const browser = await launchBrowser().catch(async (error: unknown) => {
      await server.stop();
      throw error;
    });
    current = {
      server,
      browser,
      dataFolder,
      end: async () => {
        current = undefined;
        await browser.close();
        await server.stop();
        removeData();
      },
    };
    return current;
  } catch (error) {
    removeData();
    throw error;
  }
}
