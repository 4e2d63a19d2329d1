import * as assert from 'node:assert/strict';
import { button, documentText, verdict } from './support/report.ts';
import { PASSWORD, sampleFiles } from './support/sample.ts';
import { useWorkspace } from './support/useWorkspace.ts';

const MOST_TABS = 12;

describe('without a mouse', () => {
  const suite = useWorkspace(async () => ({ files: await sampleFiles() }));

  before('VS Code knows whose files these are', async () => {
    const { workbench } = suite;
    await workbench.openReport('expired.pfx');
    await workbench.passwordBox.waitFor();
    await button(workbench, 'Unlock').waitFor();
    await workbench.page.keyboard.press('Escape');
    await workbench.quickInput.waitFor({ state: 'hidden' });
    // VS Code gives the focus back late, and closes a box that opens meanwhile
    await workbench.webview().locator('button:focus', { hasText: 'Unlock' }).waitFor();
  });

  it('leads from the file to the draft', async () => {
    const { workbench } = suite;
    const { keyboard } = workbench.page;
    await keyboard.press('Control+P');
    await workbench.type('legacy-rc2.pfx');
    await workbench.quickInput.locator('.monaco-list-row.focused', { hasText: 'legacy-rc2.pfx' }).waitFor();
    await keyboard.press('Enter');
    await workbench.type('wrong', 'password');
    await keyboard.press('Enter');
    await workbench.quickInputMessage.filter({ hasText: 'That password is wrong' }).waitFor();
    await workbench.type(PASSWORD, 'password');
    await keyboard.press('Enter');
    await workbench.quickInput.locator('.monaco-list-row.focused', { hasText: 'Production' }).waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await verdict(workbench, 'Development').waitFor();
    const focused = workbench.webview().locator('button:focus');
    const way: string[] = [];
    do {
      assert.ok(way.length < MOST_TABS, `no way to Submit: ${way.join(' → ')}`);
      await keyboard.press('Tab');
      way.push((await focused.count()) > 0 ? await focused.innerText() : '–');
    } while (!way.at(-1)?.startsWith('Submit'));
    await keyboard.press('Enter');
    await workbench.editorAction('Copy All of the Draft').waitFor();
    assert.match(await documentText(workbench), /SSL\/TLS certificate .* for Development/);
  });
});
