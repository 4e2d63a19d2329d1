import * as path from 'node:path';
import { which } from '../lib/which.ts';

/** A Chromium, Chrome or Edge on this machine: CHROMIUM, the usual names on PATH, the usual places. */
export function findBrowser(): string | undefined {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && named !== '') return which(named);
  return which(...candidates());
}

function candidates(): readonly string[] {
  switch (process.platform) {
    case 'darwin':
      return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
        (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
      );
    case 'win32': {
      const programs = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);
      const places = ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe'];
      // Edge is part of Windows
      return programs.flatMap((folder) =>
        [...places, 'Microsoft/Edge/Application/msedge.exe'].map((place) => path.join(folder, place)),
      );
    }
    default:
      return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  }
}
