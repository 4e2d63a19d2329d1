import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { eventually } from './support/eventually.ts';
import { VIEW_CONTAINER } from './support/openWorkspace.ts';
import { useWorkspace } from './support/useWorkspace.ts';

describe('environments in the side bar', () => {
  const suite = useWorkspace();
  const settingsFile = (): string => path.join(suite.folder, '.vscode/settings.json');

  it('begins with a welcome; adds one by keyboard, with Back and messages beside the box', async () => {
    const { workbench } = suite;
    const { keyboard } = workbench.page;
    const box = workbench.quickInput.locator('input.input');
    const title = (step: number) =>
      workbench.quickInput.locator('.quick-input-title', { hasText: `Add an Environment (${step}/7)` });
    const confirm = async (text: string): Promise<void> => {
      await box.fill(text);
      await keyboard.press('Enter');
    };
    await workbench.openView(VIEW_CONTAINER);
    const link = workbench.page.locator('.welcome-view-content .monaco-button', { hasText: 'Add Environment' });
    await link.focus();
    await keyboard.press('Enter');
    await title(1).waitFor();
    await confirm('');
    await workbench.quickInputMessage.filter({ hasText: 'Give the environment a name' }).waitFor();
    await confirm('Qualty');
    await title(2).waitFor();
    // VS Code's own key for Back, on Linux
    await keyboard.press('Control+Alt+Minus');
    await title(1).waitFor();
    assert.equal(await box.inputValue(), 'Qualty');
    await confirm('Quality');
    await title(2).waitFor();
    await keyboard.press('Enter');
    await title(3).waitFor();
    await confirm('https://acme-tst.outsystemsenterprise.com/');
    await workbench.quickInputMessage.filter({ hasText: 'without https' }).waitFor();
    await confirm('acme-tst.outsystemsenterprise.com');
    await title(4).waitFor();
    await confirm('apps-test.acme.example, bücher.example');
    await title(5).waitFor();
    await confirm('9.1');
    await workbench.quickInputMessage.filter({ hasText: 'four numbers' }).waitFor();
    await confirm('9.1.301.0');
    await title(6).waitFor();
    await confirm('Test');
    await title(7).waitFor();
    await confirm('');
    const row = workbench.treeRow('Quality');
    await row.waitFor();
    assert.match(await row.innerText(), /apps-test\.acme\.example · 9\.1\.301\.0/);
    const settings = JSON.parse(fs.readFileSync(settingsFile(), 'utf8')) as Record<string, unknown>;
    assert.deepEqual(settings['outsystemsSsl.environments'], [
      {
        name: 'Quality',
        address: 'acme-tst.outsystemsenterprise.com',
        domains: ['apps-test.acme.example', 'xn--bcher-kva.example'],
        version: '9.1.301.0',
        hosting: 'cloud',
        type: 'Test',
      },
    ]);
    await row.click();
    for (const child of ['bücher.example', 'LifeTime certificate wizard', 'No certificate checked yet'])
      await workbench.treeRow(child).waitFor();
  });

  it('shows a broken entry beside the sound one, and opens it in the settings', async () => {
    const { workbench } = suite;
    const settings = JSON.parse(fs.readFileSync(settingsFile(), 'utf8')) as Record<string, unknown[]>;
    const broken = { name: 'Production', address: 'acme.outsystemsenterprise.com', version: '11.28' };
    settings['outsystemsSsl.environments']?.push(broken);
    fs.writeFileSync(settingsFile(), JSON.stringify(settings, null, 2));
    const row = workbench.treeRow('must be four numbers');
    await row.waitFor();
    await workbench.treeRow('Quality').waitFor();
    await row.click();
    // the schema marks the version there, and the entry is selected
    const editor = workbench.page.locator('.monaco-editor', { hasText: '"outsystemsSsl.environments"' }).first();
    await editor.locator('.squiggly-warning, .squiggly-error').first().waitFor();
    await editor.locator('.selected-text').first().waitFor();
    await workbench.page.keyboard.press('Control+C');
    await eventually(async () => {
      const selected = await workbench.page.evaluate<string>('navigator.clipboard.readText()');
      assert.deepEqual(JSON.parse(selected), broken);
    });
    // VS Code shows settings above the workbench
    await workbench.page.keyboard.press('Escape');
    await editor.waitFor({ state: 'detached' });
  });

  it('offers what can be done with an entry by its menu', async () => {
    const { workbench } = suite;
    const items = await workbench.contextMenu(workbench.treeRow('Quality'));
    assert.deepEqual(
      items.filter((label) => label.trim()),
      [
        'Check What Is Served',
        'Guide: Enforce HTTPS…',
        'Validate Certificate…',
        'Edit Environment…',
        'Reveal Environment in Settings',
        'Remove Environment…',
      ],
    );
    await workbench.chooseMenuItem('Remove Environment');
    await workbench.dialog.filter({ hasText: 'Quality' }).waitFor();
    await workbench.dialogButton('Remove').click();
    await workbench.treeRow('Quality').waitFor({ state: 'detached' });
    await workbench.treeRow('must be four numbers').waitFor();
  });
});
