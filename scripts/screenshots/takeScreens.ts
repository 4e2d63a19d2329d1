import * as fs from 'node:fs';
import * as path from 'node:path';
import { closeServers } from '../../test/fixtures/servers.ts';
import { openWorkspace, saveScreenshot } from '../../test/ui/support/openWorkspace.ts';
import type { Screen } from './screens.ts';
import { smallPng } from './smallPng.ts';

const PICTURE_COLOURS = 16;

interface Options {
  /** the sample workspace, which is copied */
  readonly sample: string;
  readonly colorTheme: string;
  /** folder for the pictures */
  readonly out: string;
  /** folder for those of the walkthrough, where they are wanted */
  readonly pictures: string | undefined;
}

/** Shows one screen after another, each in a workspace of its own; the names of those that were taken. */
export async function takeScreens(
  screens: readonly Screen[],
  { sample, colorTheme, out, pictures }: Options,
): Promise<readonly string[]> {
  for (const screen of screens) {
    const files = screen.empty ? {} : filesOf(sample);
    const userSettings = await screen.userSettings?.();
    const workspace = await openWorkspace({ files, colorTheme, ...(userSettings && { userSettings }) });
    try {
      await screen.show(workspace.workbench, workspace.folder);
      await workspace.workbench.page.screenshot({ path: path.join(out, `${screen.name}.png`) });
      if (screen.picture && pictures !== undefined) {
        const { clip, file } = screen.picture;
        const png = await workspace.workbench.page.screenshot({ clip });
        fs.writeFileSync(path.join(pictures, `${file}.png`), smallPng(png, PICTURE_COLOURS));
      }
    } catch (error) {
      await saveScreenshot(workspace.workbench, `screenshot ${screen.name}`);
      throw error;
    } finally {
      await workspace.close();
      closeServers();
    }
  }
  return screens.map(({ name }) => name);
}

function filesOf(folder: string, prefix = ''): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const entry of fs.readdirSync(path.join(folder, prefix), { withFileTypes: true })) {
    const name = path.posix.join(prefix, entry.name);
    if (entry.isDirectory()) Object.assign(files, filesOf(folder, name));
    else files[name] = fs.readFileSync(path.join(folder, name));
  }
  return files;
}
