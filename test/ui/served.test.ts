import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { closeServers } from '../fixtures/servers.ts';
import { axeInWebview } from './support/axeInWebview.ts';
import { eventually } from './support/eventually.ts';
import { VIEW_CONTAINER } from './support/openWorkspace.ts';
import { useWorkspace } from './support/useWorkspace.ts';
import { worldSettings } from './support/world.ts';

describe('what environments serve, in the side bar', () => {
  const suite = useWorkspace(async () => ({ userSettings: await worldSettings() }));
  // all at one moment: rows come and go
  const rows = (): Promise<readonly string[]> =>
    suite.workbench.page
      .locator('.sidebar .pane-body .monaco-list-row[aria-level="1"]')
      .evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));

  after('end the servers', closeServers);

  it('looks at all environments by one button, and says of each what it serves', async () => {
    const { workbench } = suite;
    await workbench.openView(VIEW_CONTAINER);
    await workbench.treeRow('Production').waitFor();
    await workbench.page.locator('.sidebar .action-label[aria-label^="Check All Environments"]').first().click();
    const expected = [
      'Development, expires in 9 days, apps-dev.acme.example',
      'Quality, chain is incomplete, 120 days left, apps-test.acme.example',
      'Production, private CA, 143 days left, apps.acme.example',
      'Legacy, expired 3 days ago, legacy.acme.example',
      'Training, HTTPS is not enforced, 80 days left, training.acme.example',
      'Shop, certificate is for another name, 60 days left, shop.acme.example',
      'Archive, cannot be reached, archive.acme.example',
    ];
    await eventually(async () => assert.deepEqual(await rows(), expected));
  });

  it('tells what ends soon, and shows only what needs attention', async () => {
    const { workbench } = suite;
    const message = await workbench.keptNotification('serve a certificate that ends soon or has ended');
    assert.match(await message.innerText(), /Legacy \(has expired\), Development \(expires in 9 days\)/);
    await message.locator('.monaco-button', { hasText: 'Show' }).click();
    await eventually(async () => assert.equal((await rows()).length, 6));
    assert.ok((await rows()).every((row) => !row.startsWith('Production')));
    await workbench.page.locator('.statusbar-item[aria-label*="6 environments need attention"]').first().waitFor();
    await workbench.page.locator('.sidebar .action-label[aria-label^="Show All Environments"]').first().click();
    await eventually(async () => assert.equal((await rows()).length, 7));
  });

  it('opens what is served in the report', async () => {
    const { workbench } = suite;
    await workbench.treeRow('Legacy').click();
    await workbench.treeRow('Served certificate').click();
    const page = workbench.webview();
    await page.locator('.verdict', { hasText: 'Not in order' }).waitFor();
    assert.match(await page.locator('h1').innerText(), /legacy\.acme\.example/);
    assert.deepEqual(await axeInWebview(workbench), []);
    await workbench.command('View: Close All Editors');
    await page.locator('h1').waitFor({ state: 'detached' });
  });

  it('shows the calendar, and saves it', async () => {
    const { folder, workbench } = suite;
    await workbench.command('OutSystems SSL: Expiry Calendar');
    const page = workbench.webview();
    await page.locator('tbody tr').first().waitFor();
    assert.equal(await page.locator('tbody tr').count(), 6);
    assert.deepEqual(await axeInWebview(workbench), []);
    await page.getByRole('button', { name: 'Export .ics…' }).click();
    const file = path.join(folder, 'certificates.ics');
    await workbench.fileDialog(file);
    await eventually(() => assert.match(fs.readFileSync(file, 'utf8'), /^BEGIN:VCALENDAR[^]*legacy\.acme\.example/));
  });
});
