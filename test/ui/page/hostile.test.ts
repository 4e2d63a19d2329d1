import * as assert from 'node:assert/strict';
import { hostile, SCRIPT } from './states/hostileState.ts';
import { usePreview } from './support/suite.ts';

describe('Report page: hostile text', () => {
  const open = usePreview();

  it('stays text', async () => {
    const shown = await open(hostile);
    assert.equal(await shown.page.title(), 'Report');
    assert.equal(await shown.page.locator('#root :is(script, img, a, iframe, style, link)').count(), 0);
    assert.ok((await shown.page.locator('.finding h3').innerText()).startsWith(SCRIPT));
    assert.deepEqual(await shown.violations(), []);
  });

  it('cannot turn or hide what stands around it', async () => {
    const shown = await open(hostile);
    const html = await shown.page.content();
    assert.doesNotMatch(html, /[\u202a-\u202e\u2066-\u2069]/);
    assert.match(await shown.page.locator('h1').innerText(), /invoice⟨U\+202E⟩xfp\.exe\.pfx/);
  });

  it('addresses out of a certificate are text to select, not links', async () => {
    const shown = await open(hostile);
    const address = shown.page.locator('.note code').first();
    assert.match(await address.innerText(), /^javascript:alert/);
    const select = await shown.page.evaluate('getComputedStyle(document.querySelector(".note code")).userSelect');
    assert.equal(select, 'all');
  });
});
