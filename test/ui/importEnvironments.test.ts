import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { type ChangingLifetime, changingLifetime } from '../fixtures/changingLifetime.ts';
import { environments, json, listed, THREE, TOKEN } from '../fixtures/lifetimeServer.ts';
import { netPki } from '../fixtures/netPki.ts';
import { closeServers } from '../fixtures/servers.ts';
import { filesUnder } from './support/filesUnder.ts';
import { VIEW_CONTAINER } from './support/openWorkspace.ts';
import { currentSession } from './support/session.ts';
import { useWorkspace } from './support/useWorkspace.ts';

const WRONG = 'Llamas-dance-3307-eyJhbGciOiJIUzI1NiJ9';

describe('import from LifeTime', () => {
  let lifetime: ChangingLifetime;
  const suite = useWorkspace(async () => {
    lifetime = await changingLifetime(THREE);
    return { userSettings: { 'outsystemsSsl.trustedCertificates': [netPki().path('root.pem')] } };
  });
  const settingsFile = (): string => path.join(suite.folder, '.vscode/settings.json');
  const written = (): readonly Record<string, unknown>[] =>
    (JSON.parse(fs.readFileSync(settingsFile(), 'utf8')) as Record<string, Record<string, unknown>[]>)[
      'outsystemsSsl.environments'
    ] ?? [];

  after('end LifeTime', closeServers);

  it('leads from the welcome to the tree by keyboard, and mends address and token on the way', async () => {
    const { workbench } = suite;
    const { keyboard } = workbench.page;
    const { quickInput, quickInputMessage } = workbench;
    const title = (numbers: string) => quickInput.locator('.quick-input-title', { hasText: `(${numbers})` });
    const box = quickInput.locator('input.input');
    await workbench.openView(VIEW_CONTAINER);
    await workbench.page.locator('.welcome-view-content .monaco-button', { hasText: 'Import from LifeTime' }).focus();
    await keyboard.press('Enter');
    await title('1/4').waitFor();
    await workbench.type('acme lt');
    await keyboard.press('Enter');
    await quickInputMessage.filter({ hasText: 'Give the address of LifeTime' }).waitFor();
    await box.fill(`http://${lifetime.host}/lifetime`);
    await keyboard.press('Enter');
    await title('2/4').waitFor();
    await workbench.passwordBox.waitFor();
    await quickInputMessage.filter({ hasText: 'Token of a service account' }).waitFor();
    await workbench.type(WRONG, 'password');
    await keyboard.press('Enter');
    await quickInputMessage.filter({ hasNotText: 'Token of a service account', hasText: 'token' }).waitFor();
    await workbench.passwordBox.fill(TOKEN);
    await keyboard.press('Enter');
    const row = (name: string) => quickInput.locator('.monaco-list-row', { hasText: name });
    const picked = (name: string, is: boolean) => row(name).and(workbench.page.locator(`[aria-checked="${is}"]`));
    await row('acme.outsystemsenterprise.com').waitFor();
    await picked('Development', true).waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Space');
    await picked('Development', false).waitFor();
    await picked('Production', true).waitFor();
    await keyboard.press('Enter');
    await row('Workspace settings').waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await workbench.treeRow('Production').waitFor();
    await workbench.notified('2 added, 0 changed, 0 removed');
    assert.deepEqual(
      written().map(({ name, lifetime: origin }) => [name, origin]),
      ['Quality', 'Production'].map((name) => [name, lifetime.origin]),
    );
  });

  it('refreshes from an environment’s menu without asking for anything again, and keeps its domains', async () => {
    const { workbench } = suite;
    const [, production = {}] = written();
    const own = { ...production, domains: ['apps.acme.example'] };
    fs.writeFileSync(settingsFile(), JSON.stringify({ 'outsystemsSsl.environments': [own] }, null, 2));
    await workbench.treeRow('apps.acme.example').waitFor();
    // what it should not say
    lifetime.answer = json(500, { Errors: [`No database for ${TOKEN}`], StatusCode: 500 });
    await workbench.contextMenu(workbench.treeRow('Production'));
    await workbench.chooseMenuItem('Refresh from LifeTime');
    const failure = workbench.notification('No database for');
    await failure.waitFor();
    assert.ok(!(await failure.innerText()).includes(TOKEN));
    lifetime.answer = environments([listed({ OSVersion: '11.30.0.0' })]);
    await failure.locator('.monaco-button', { hasText: 'Try Again' }).click();
    await workbench.quickInput.locator('.monaco-list-row', { hasText: '11.0.110.0 → 11.30.0.0' }).waitFor();
    // nobody is as fast as this test: a message beside those of both attempts would never show
    await workbench.notification('Asking LifeTime').waitFor({ state: 'detached' });
    await workbench.page.keyboard.press('Enter');
    await workbench.notified('0 added, 1 changed, 0 removed');
    assert.deepEqual(written(), [{ ...own, version: '11.30.0.0' }]);
  });

  it('leaves the token in no file', async () => {
    const { workbench } = suite;
    await workbench.command('OutSystems SSL: Show Log');
    const { dataFolder } = currentSession();
    const browser = JSON.stringify(await workbench.page.context().storageState({ indexedDB: true }));
    assert.ok(browser.includes('lifetimeAddresses') || browser.includes(lifetime.host), 'the storage was read');
    const places = [
      { place: 'browser', bytes: Buffer.from(browser) },
      ...[dataFolder, suite.folder].flatMap(filesUnder).map((file) => ({ place: file, bytes: fs.readFileSync(file) })),
    ];
    assert.ok(
      places.some(({ bytes }) => bytes.includes(`LifeTime at ${lifetime.host}: `)),
      'the log is among the files',
    );
    for (const secret of [TOKEN, WRONG]) {
      const forms = [Buffer.from(secret), Buffer.from(secret, 'utf16le'), Buffer.from(btoa(secret).slice(0, -4))];
      const found = places.filter(({ bytes }) => forms.some((form) => bytes.includes(form)));
      assert.deepEqual(
        found.map(({ place }) => place),
        [],
      );
    }
  });
});
