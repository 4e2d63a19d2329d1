import * as assert from 'node:assert/strict';
import { usePreview } from './support/suite.ts';
import type { Shown } from './support/preview.ts';
import { locked, working } from './states/fileStates.ts';
import { untrustedRoot } from './states/brokenStates.ts';
import { changedOnDisk } from './states/soundStates.ts';

const NAME = `(() => { const e = document.activeElement; return e.getAttribute('aria-label') ?? e.innerText.replace(/\\s+/g, ' ').trim(); })()`;

/** The names of what Tab reaches, in order, until the focus leaves the page. */
async function tabOrder(shown: Shown): Promise<readonly string[]> {
  const names: string[] = [];
  // oxlint-disable no-await-in-loop -- one key after the other
  for (let i = 0; i < 100; i++) {
    await shown.page.keyboard.press('Tab');
    if (await shown.page.evaluate<boolean>('document.activeElement === document.body')) return names;
    names.push(await shown.page.evaluate<string>(NAME));
  }
  // oxlint-enable no-await-in-loop
  throw new Error(`no end: ${names.join(', ')}`);
}

describe('Report page: keyboard', () => {
  const open = usePreview();

  it('reaches every control in reading order', async () => {
    const shown = await open({ ...untrustedRoot, changedOnDisk: 'changed' });
    assert.deepEqual(await tabOrder(shown), [
      'Copy report',
      'Submit…',
      'Reload',
      'Environment: Production · apps.acme.com',
      'Where this is written down',
      'Trust this CA…',
      '*.acme.com leaf · RSA 2048 · 12 Feb 2027',
      'Example Trust RSA CA 4 intermediate · RSA 2048 · 1 Mar 2030',
      'Acme Internal Root root · RSA 4096 · 1 Jan 2038',
      'The file acme-wildcard-2027.pfx',
      'The environment Production',
    ]);
  });

  it('reaches the copy buttons of an open fold', async () => {
    const shown = await open(changedOnDisk);
    const summary = shown.page.locator('summary', { hasText: 'The file' });
    await summary.focus();
    await shown.page.keyboard.press('Enter');
    await shown.page.keyboard.press('Tab');
    assert.equal(await shown.page.evaluate(NAME), 'Copy: SHA-256 of the file, acme-wildcard-2027.pfx');
    await shown.page.keyboard.press('Space');
    assert.deepEqual(await shown.requests(), [{ command: 'copyFact', certificate: null, fact: 'fileSha256' }]);
    await summary.focus();
    await shown.page.keyboard.press('Space');
    assert.equal(await shown.page.locator('details[data-key=file]').getAttribute('open'), null);
  });

  it('Enter and Space press a button and do not scroll', async () => {
    const shown = await open(changedOnDisk);
    await shown.page.locator('button', { hasText: 'Submit' }).focus();
    await shown.page.keyboard.press('Enter');
    await shown.answer();
    await shown.page.keyboard.press('Space');
    assert.deepEqual(await shown.requests(), [{ command: 'submit' }, { command: 'submit' }]);
    assert.equal(await shown.page.evaluate('scrollY'), 0);
  });

  it('a locked file has the focus on Unlock, and Enter works from anywhere', async () => {
    const shown = await open(locked);
    assert.equal(await shown.page.evaluate(NAME), 'Unlock…');
    await shown.page.keyboard.press('Enter');
    await shown.answer();
    await shown.page.evaluate('document.activeElement.blur()');
    await shown.page.keyboard.press('Enter');
    assert.deepEqual(await shown.requests(), [{ command: 'unlock' }, { command: 'unlock' }]);
  });

  it('shows where the focus is', async () => {
    const shown = await open(changedOnDisk);
    await shown.page.keyboard.press('Tab');
    assert.match(await shown.page.evaluate('getComputedStyle(document.activeElement).outline'), /solid/);
  });

  it('the focus goes to the title of the state that replaces its own', async () => {
    const shown = await open(locked);
    await shown.send({ type: 'state', state: working });
    assert.equal(await shown.page.evaluate('document.activeElement.tagName'), 'H1');
    await shown.send({ type: 'state', state: changedOnDisk });
    assert.equal(await shown.page.evaluate('document.activeElement.tagName'), 'H1');
  });
});
