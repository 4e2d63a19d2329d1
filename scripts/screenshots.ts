import * as fs from 'node:fs';
import * as path from 'node:path';
import { startSession } from '../test/ui/support/session.ts';
import { exitOnSignals } from './lib/exitOnSignals.ts';
import { root, vsixFile } from './lib/paths.ts';
import { runAsScript } from './lib/run.ts';
import { makePackage } from './package.ts';
import { ensureSample } from './sample/createSample.ts';
import { type Screen, SCREENS } from './screenshots/screens.ts';
import { takeScreens } from './screenshots/takeScreens.ts';

const THEMES = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
} as const;

const WALKTHROUGH = path.join(root, 'media/walkthrough');
const README = path.join(root, 'docs/images');

/** Which screens README shows, and under which name. */
const README_PICTURES: Readonly<Record<string, string>> = {
  'light/report-good': 'report-light.png',
  'dark/report-expired': 'report-dark.png',
  'light/draft': 'draft-light.png',
  'light/calendar': 'calendar-light.png',
};

/**
 * Pictures of every screen, in each theme, into screenshots/ (ignored by git). Words on the command line choose screens or
 * themes whose names contain one of them; `--pictures` takes those of README and of the walkthrough alone, and writes them to their
 * places; `--no-build` takes the package that is there.
 */
await runAsScript(import.meta.url, async () => {
  exitOnSignals();
  process.chdir(root);
  const words = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  const forDocuments = process.argv.includes('--pictures');
  const isChosen = (theme: string, { name, picture }: Screen): boolean =>
    (words.length === 0 || words.some((word) => `${theme}/${name}`.includes(word))) &&
    (!forDocuments || `${theme}/${name}` in README_PICTURES || (theme === 'light' && picture !== undefined));
  const vsix = process.argv.includes('--no-build') ? vsixFile() : await makePackage();
  const { folder } = await ensureSample();
  const session = await startSession(vsix);
  try {
    for (const [theme, colorTheme] of Object.entries(THEMES)) {
      const screens = SCREENS.filter((screen) => isChosen(theme, screen));
      if (screens.length === 0) continue;
      const out = path.join(root, 'screenshots', theme);
      fs.mkdirSync(out, { recursive: true });
      const pictures = forDocuments ? WALKTHROUGH : undefined;
      const taken = await takeScreens(screens, { sample: folder, colorTheme, out, pictures });
      for (const name of forDocuments ? taken : []) {
        const picture = README_PICTURES[`${theme}/${name}`];
        if (picture !== undefined) fs.copyFileSync(path.join(out, `${name}.png`), path.join(README, picture));
      }
      console.log(`${theme}: ${taken.join(', ')}`);
    }
  } finally {
    await session.end();
  }
  process.exit();
});
