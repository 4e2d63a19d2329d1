import * as fs from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';

export const THEMES = ['lightModern', 'darkModern', 'highContrastDark', 'highContrastLight'] as const;
export type ThemeId = (typeof THEMES)[number];

/** What VS Code 1.139 gives a webview for one of its own themes, as read there. */
export interface Theme {
  readonly name: string;
  readonly bodyClass: string;
  readonly variables: Readonly<Record<string, string>>;
}

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'themes');

export function theme(id: ThemeId): Theme {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a file of ours
  return JSON.parse(fs.readFileSync(path.join(folder, `${id}.json`), 'utf8')) as Theme;
}

/** The style sheet that VS Code puts before a webview's own. */
export function vscodeDefaults(): string {
  return fs.readFileSync(path.join(folder, 'vscodeDefaults.css'), 'utf8');
}
