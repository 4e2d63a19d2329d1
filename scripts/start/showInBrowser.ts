import { spawn } from 'node:child_process';
import * as path from 'node:path';
import { sampleFolder } from '../lib/paths.ts';
import { which } from '../lib/which.ts';
import { findBrowser } from '../vscode/findBrowser.ts';

/** A browser that was opened, and how it is ended; one of the person's own is left to them. */
export interface ShownBrowser {
  readonly did: string;
  end(): void;
}

/**
 * Opens an address: in a Chromium, Chrome or Edge with a profile of the sample's own, which ends with this script, else
 * in the person's usual browser. Null when there is no browser, or no display to show it on.
 */
export function showInBrowser(url: string): ShownBrowser | null {
  if (!hasDisplay()) return null;
  const browser = findBrowser();
  if (browser !== undefined) {
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const profile = `--user-data-dir=${path.join(sampleFolder, 'browser')}`;
    const args = [profile, '--no-first-run', '--no-default-browser-check', ...root, '--new-window', url];
    // a process group of its own, so that all of the browser's processes can be ended
    const child = spawn(browser, args, { detached: true, stdio: 'ignore' });
    child.on('error', () => undefined);
    const end = (): void => endGroup(child.pid);
    process.once('exit', end);
    return { did: `Opened it in ${path.basename(browser)}.`, end };
  }
  const opener = which(...(process.platform === 'darwin' ? ['open'] : ['xdg-open']));
  if (opener === undefined) return null;
  spawn(opener, [url], { detached: true, stdio: 'ignore' }).unref();
  return { did: 'Opened it in your browser.', end: () => undefined };
}

function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return ['DISPLAY', 'WAYLAND_DISPLAY'].some((name) => (process.env[name] ?? '') !== '');
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGTERM');
  } catch {
    // it was closed by hand
  }
}
