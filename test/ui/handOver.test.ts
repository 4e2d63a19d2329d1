import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { eventually } from './support/eventually.ts';
import { VIEW_CONTAINER } from './support/openWorkspace.ts';
import { button, verdict } from './support/report.ts';
import { PASSWORD, sampleFiles } from './support/sample.ts';
import { useWorkspace } from './support/useWorkspace.ts';

const START_LIMIT_MS = 60_000;

describe('from the tree to the copied field', () => {
  const suite = useWorkspace(async () => ({ files: await sampleFiles() }));

  const lens = (text: string) => suite.workbench.page.locator('.codelens-decoration a', { hasText: text }).first();
  const clipboard = (): Promise<string> => suite.workbench.page.evaluate<string>('navigator.clipboard.readText()');

  it('leads by the report to a draft, whose lenses copy its values and the password', async () => {
    const { folder, workbench } = suite;
    await workbench.openView(VIEW_CONTAINER);
    await workbench.contextMenu(workbench.treeRow('Production'));
    await workbench.chooseMenuItem('Validate Certificate…');
    await workbench.fileDialog(path.join(folder, 'wildcard-good.pfx'));
    await workbench.answerPassword(PASSWORD);
    await verdict(workbench, 'Production').waitFor();
    await button(workbench, /^Submit/).click();
    await lens('Copy Certificate Name').click();
    await eventually(async () => assert.match(await clipboard(), /^WildcardAcmeExample\d{8}$/));
    await lens('Copy Domain').click();
    await eventually(async () => assert.equal(await clipboard(), '*.acme.example'));
    await lens('Copy PFX Password').click();
    await eventually(async () => assert.equal(await clipboard(), PASSWORD));
    await lens('Copy All').click();
    await eventually(async () => assert.match(await clipboard(), /^LifeTime’s certificate wizard refuses/));
  });

  it('keeps its actions when VS Code saves it as a file, after a reload too', async function () {
    this.timeout(120_000);
    const { folder, workbench } = suite;
    const { page } = workbench;
    await page.locator('.editor-instance .view-line').first().click();
    await page.keyboard.press('Control+S');
    await workbench.fileDialog(path.join(folder, 'handed-over.md'));
    await workbench.tab('handed-over.md').waitFor();
    await lens('Copy Certificate Name').click();
    await eventually(async () => assert.match(await clipboard(), /^WildcardAcmeExample\d{8}$/));
    await lens('Copy PFX Password').click();
    await eventually(async () => assert.equal(await clipboard(), PASSWORD));
    await workbench.editorAction('Copy All').waitFor();
    assert.match(fs.readFileSync(path.join(folder, 'handed-over.md'), 'utf8'), /^# SSL\/TLS certificate/);
    await Promise.all([page.waitForEvent('load'), workbench.command('Developer: Reload Window')]);
    await workbench.tab('handed-over.md').click({ timeout: START_LIMIT_MS });
    await lens('Copy Domain').click({ timeout: START_LIMIT_MS });
    await eventually(async () => assert.equal(await clipboard(), '*.acme.example'));
    await workbench.editorAction('Copy All').waitFor();
  });

  it('is marked as submitted, which the tree shows', async () => {
    const { workbench } = suite;
    await lens('Mark as Submitted').click();
    await workbench.answer('2345678');
    await workbench.treeRow('Production').click();
    await workbench.treeRow('ticket 2345678').waitFor();
  });
});
