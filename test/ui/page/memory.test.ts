import * as assert from 'node:assert/strict';
import { hidden } from './support/hidden.ts';
import { large, perfect } from './states/soundStates.ts';
import { working } from './states/fileStates.ts';
import { usePreview } from './support/suite.ts';

describe('Report page: memory', () => {
  const open = usePreview();

  it('comes back as it was after the tab was hidden', async () => {
    const shown = await open(large);
    await shown.page.locator('summary', { hasText: 'The file' }).click();
    await shown.page.evaluate('scrollTo(0, 700)');
    await hidden(shown, 700);
    assert.notEqual(await shown.page.locator('details[data-key=file]').getAttribute('open'), null);
    assert.equal(await shown.page.locator('details[open]').count(), 1);
    assert.equal(await shown.page.evaluate('scrollY'), 700);
  });

  it('keeps focus, folds and scroll when the report is judged again', async () => {
    const shown = await open(large);
    const copy = 'Copy: SHA-256 of the file, acme-wildcard-2027.pfx';
    await shown.page.locator('summary', { hasText: 'The file' }).click();
    await shown.page.getByRole('button', { name: copy }).focus();
    const before = await shown.page.evaluate<number>('scrollY');
    assert.ok(before > 0);
    await shown.send({ type: 'state', state: { ...large, changedOnDisk: 'changed', trustProblems: [] } });
    assert.equal(await shown.page.evaluate('document.activeElement.getAttribute("aria-label")'), copy);
    assert.equal(await shown.page.evaluate('scrollY'), before);
  });

  it('starts on top when a report follows another state', async () => {
    const shown = await open(large);
    await shown.page.evaluate('scrollTo(0, 700)');
    await shown.send({ type: 'state', state: working });
    await shown.send({ type: 'state', state: perfect });
    assert.equal(await shown.page.evaluate('scrollY'), 0);
  });

  it('the same state once more changes nothing', async () => {
    const shown = await open(perfect);
    await shown.page.evaluate('document.querySelector("h1").dataset.mine = "yes"');
    await shown.send({ type: 'state', state: perfect });
    assert.equal(await shown.page.locator('h1[data-mine=yes]').count(), 1);
  });

  it('tells a screen reader what it shows', async () => {
    const shown = await open(working);
    const said = shown.page.getByRole('status').first();
    assert.equal(await said.textContent(), 'Opening it with the password');
    await shown.send({ type: 'state', state: perfect });
    assert.equal(await said.textContent(), 'Report: Ready to submit');
  });
});
