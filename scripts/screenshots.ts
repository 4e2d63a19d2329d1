import * as fs from 'node:fs';
import * as path from 'node:path';
import { startSession } from '../test/ui/support/session.ts';
import { exitOnSignals } from './lib/exitOnSignals.ts';
import { root, vsixFile } from './lib/paths.ts';
import { runAsScript } from './lib/run.ts';
import { makePackage } from './package.ts';
import { ensureSample } from './sample/createSample.ts';
import { SCREENS } from './screenshots/screens.ts';
import { takeScreens } from './screenshots/takeScreens.ts';

const THEMES = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
} as const;

const WALKTHROUGH = path.join(root, 'media/walkthrough');

/**
 * Pictures of every screen, in each theme, into screenshots/ (ignored by git). Words on the command line choose screens or
 * themes whose names contain one of them; `--walkthrough` writes the pictures of the walkthrough anew; `--no-build` takes the package that is there.
 */
await runAsScript(import.meta.url, async () => {
  exitOnSignals();
  process.chdir(root);
  const words = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  const wanted = (name: string): boolean => words.length === 0 || words.some((word) => name.includes(word));
  const vsix = process.argv.includes('--no-build') ? vsixFile() : await makePackage();
  const { folder } = await ensureSample();
  const session = await startSession(vsix);
  try {
    for (const [theme, colorTheme] of Object.entries(THEMES)) {
      const screens = SCREENS.filter(({ name }) => wanted(`${theme}/${name}`));
      if (screens.length === 0) continue;
      const out = path.join(root, 'screenshots', theme);
      fs.mkdirSync(out, { recursive: true });
      const pictures = theme === 'light' && process.argv.includes('--walkthrough') ? WALKTHROUGH : undefined;
      const taken = await takeScreens(screens, { sample: folder, colorTheme, out, pictures });
      console.log(`${theme}: ${taken.join(', ')}`);
    }
  } finally {
    await session.end();
  }
  process.exit();
});
