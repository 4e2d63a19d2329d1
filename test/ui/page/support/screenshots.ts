import * as fs from 'node:fs';
import * as path from 'node:path';
import { STATES } from '../states/states.ts';
import { Preview } from './preview.ts';
import { type ThemeId, THEMES } from './themes.ts';

/**
 * Pictures of every state in every theme, wide and narrow, into screenshots/page/. Arguments narrow it down:
 * `node test/ui/page/support/screenshots.ts good darkModern 320`.
 */
const wanted = new Set(process.argv.slice(2));
const chosen = <T>(all: readonly T[]): readonly T[] => {
  const named = all.filter((one) => wanted.has(String(one)));
  return named.length > 0 ? named : all;
};
const shots = chosen(Object.keys(STATES)).flatMap((name) =>
  chosen(THEMES).flatMap((theme) => chosen([1000, 320]).map((width) => ({ name, theme, width }))),
);

const folder = path.join('screenshots', 'page');
fs.mkdirSync(folder, { recursive: true });
const preview = await Preview.start('report');
try {
  for (const { name, theme, width } of shots) {
    // one after the other: pictures taken side by side would only fight for the processor
    // oxlint-disable-next-line no-await-in-loop
    await shoot(name, theme, width);
  }
} finally {
  await preview.stop();
}

async function shoot(name: string, theme: ThemeId, width: number): Promise<void> {
  const state = STATES[name];
  if (!state) return;
  const shown = await preview.open(state, theme, width);
  await shown.page.screenshot({ path: path.join(folder, `${name}-${theme}-${width}.png`), fullPage: true });
  await shown.close();
}
