import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { newProfile } from '../../../scripts/vscode/browser.ts';
import { writeUserSettings } from '../../../scripts/vscode/server.ts';
import { testSettings } from '../../../scripts/vscode/settings.ts';
import { withoutWelcome, workbenchUrl } from '../../../scripts/vscode/workbenchUrl.ts';
import { START_LIMIT_MS, WAIT_MS } from './limits.ts';
import { currentSession } from './session.ts';
import { Workbench } from './workbench.ts';

export interface WorkspaceOptions {
  /** content by path in the workspace; a README.md is always there */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** for `.vscode/settings.json` */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** added to the user's settings */
  readonly userSettings?: Readonly<Record<string, unknown>>;
  /** e.g. `Default High Contrast` */
  readonly colorTheme?: string;
}

/** A workbench in a fresh profile, with a fresh folder opened. */
export interface OpenWorkspace {
  readonly workbench: Workbench;
  /** absolute path of the folder */
  readonly folder: string;
  close(): Promise<void>;
}

/** The extension's icon in the activity bar. */
export const VIEW_CONTAINER = 'OutSystems SSL';

/** Opens a folder made for one suite (or one screenshot) in the session's VS Code. */
export async function openWorkspace(options: WorkspaceOptions = {}): Promise<OpenWorkspace> {
  const { browser, dataFolder, server } = currentSession();
  const { colorTheme, files = {}, settings, userSettings } = options;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ui-workspace-'));
  const all = {
    'README.md': '# Workspace of a test\n',
    ...(settings === undefined ? {} : { '.vscode/settings.json': JSON.stringify(settings, null, 2) }),
    ...files,
  };
  for (const [name, content] of Object.entries(all)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content);
  }
  writeUserSettings(dataFolder, {
    ...testSettings,
    // a driven mouse rests on a row, whose tooltip then lies over the next one
    'workbench.hover.delay': 60_000,
    ...(colorTheme === undefined ? {} : { 'workbench.colorTheme': colorTheme }),
    ...userSettings,
  });
  const context = await newProfile(browser);
  const close = async (): Promise<void> => {
    await context.close();
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT_MS);
  page.setDefaultNavigationTimeout(START_LIMIT_MS);
  const workbench = new Workbench(page);
  try {
    await page.goto(workbenchUrl(server.origin, { folder, payload: withoutWelcome }));
    await workbench.ready(VIEW_CONTAINER);
  } catch (error) {
    await saveScreenshot(workbench, 'workbench did not start');
    await close();
    throw error;
  }
  return { workbench, folder, close };
}

/** For a failed test: a picture in out/ui-failures/. */
export async function saveScreenshot(workbench: Workbench, title: string): Promise<void> {
  const name = title.replaceAll(/[^\w-]+/g, '-').slice(0, 120);
  try {
    await workbench.page.screenshot({ path: path.join('out', 'ui-failures', `${name}.png`) });
  } catch {
    // the page is gone: the failure itself tells more
  }
}
