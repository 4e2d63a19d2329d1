import * as assert from 'node:assert/strict';
import { axeFindings } from './support/axe.ts';
import { buildPage } from './support/bundle.ts';
import { usePreview } from './support/suite.ts';
import { THEMES } from './support/themes.ts';
import { locked } from './states/fileStates.ts';
import { STATES } from './states/states.ts';

describe('Report page: every state', () => {
  const open = usePreview();

  for (const [name, state] of Object.entries(STATES)) {
    it(`${name} keeps to the CSP, has one h1 and no sideways scroll at 320 px`, async () => {
      const shown = await open(state, 'lightModern', 320);
      await shown.page.evaluate('document.querySelectorAll("details").forEach((details) => { details.open = true; })');
      assert.deepEqual(await shown.violations(), []);
      assert.deepEqual(shown.errors, []);
      assert.equal(await shown.page.locator('h1').count(), 1);
      assert.equal(await shown.page.locator('[style]:not(html)').count(), 0);
      assert.equal(await shown.page.evaluate('document.documentElement.scrollWidth'), 320);
    });
  }

  for (const theme of THEMES) {
    it(`axe finds nothing in ${theme}`, async function () {
      this.timeout(120_000);
      const found: string[] = [];
      const shown = await open(locked, theme);
      for (const [name, state] of Object.entries(STATES)) {
        // oxlint-disable no-await-in-loop -- one page shows one state after the other
        await shown.send({ type: 'state', state });
        await shown.page.evaluate(
          'document.querySelectorAll("details").forEach((details) => { details.open = true; })',
        );
        found.push(...(await axeFindings(shown)).map((line) => `${name}: ${line}`));
        // oxlint-enable no-await-in-loop
      }
      assert.deepEqual(found, []);
    });
  }

  it('the script stays within its budget of 90 kB', async () => {
    const { script } = await buildPage();
    assert.ok(script.length <= 90_000, `${script.length} bytes`);
  });
});
