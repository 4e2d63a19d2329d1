import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { eventually } from './support/eventually.ts';
import { VIEW_CONTAINER } from './support/openWorkspace.ts';
import { button, documentText, openReport, verdict } from './support/report.ts';
import { PASSWORD, sampleFiles } from './support/sample.ts';
import { useWorkspace } from './support/useWorkspace.ts';

const VALIDATE = 'Validate Certificate…';

describe('from files and environments to the report', () => {
  const suite = useWorkspace(async () => ({ files: await sampleFiles() }));

  it('is started by a right-click on a PFX, and on no other file', async () => {
    const { workbench } = suite;
    const others = await workbench.contextMenu(workbench.file('README.md'));
    assert.ok(!others.includes(VALIDATE), others.join(', '));
    await workbench.closeMenu();
    const items = await workbench.contextMenu(workbench.file('wrong-domain.pfx'));
    assert.ok(items.includes(VALIDATE), items.join(', '));
    await workbench.chooseMenuItem(VALIDATE);
    await workbench.answerPassword(PASSWORD);
    await workbench.pick('Production');
    await verdict(workbench, 'Production')
      .filter({ hasText: /^.*Not ready/ })
      .waitFor();
    await workbench.webview().getByText('shop.other.example').first().waitFor();
  });

  it('is started from an environment, for which it then is; report and draft are kept there', async () => {
    const { folder, workbench } = suite;
    await workbench.openView(VIEW_CONTAINER);
    await workbench.contextMenu(workbench.treeRow('Quality'));
    await workbench.chooseMenuItem(VALIDATE);
    await workbench.fileDialog(path.join(folder, 'windows-3des.pfx'));
    await workbench.answerPassword(PASSWORD);
    await verdict(workbench, 'Quality').waitFor();
    await button(workbench, /^Submit/).click();
    await workbench.editorAction('Copy All of the Draft').waitFor();
    await workbench.treeRow('Quality').click();
    await workbench.treeRow(/^Draft/).waitFor();
    assert.match(await workbench.treeRow('Last report').innerText(), /windows-3des\.pfx/);
    await workbench.command('View: Close All Editors');
    await workbench.dialogButton('Don’t Save').or(workbench.dialogButton("Don't Save")).first().click();
    await workbench.treeRow('Last report').click();
    await workbench.answerPassword(PASSWORD);
    await verdict(workbench, 'Quality').waitFor();
    await workbench.treeRow(/^Draft/).click();
    await workbench.editorAction('Copy All of the Draft').waitFor();
    assert.match(await documentText(workbench), /Quality[^]*SECURE ENDPOINT/);
  });

  it('says that a file has changed on disk, and reads it again without a password', async () => {
    const { folder, workbench } = suite;
    await workbench.openView('Explorer');
    await openReport(workbench, 'wildcard-good.pfx', 'Production');
    await workbench.webview().getByRole('heading', { name: 'Ready to submit, with 1 warning' }).waitFor();
    fs.copyFileSync(path.join(folder, 'expired.pfx'), path.join(folder, 'wildcard-good.pfx'));
    await workbench.webview().getByText('The file has changed on disk').waitFor();
    await button(workbench, 'Reload').click();
    await workbench
      .webview()
      .getByRole('heading', { name: /^Not ready/ })
      .waitFor();
    await workbench.webview().getByText('The file has changed on disk').waitFor({ state: 'detached' });
    assert.equal(await workbench.passwordBox.isVisible(), false);
  });

  it('says what a file is that is no PFX', async () => {
    const { folder, workbench } = suite;
    fs.copyFileSync(path.join(folder, 'ca/acme-sample-root.pem'), path.join(folder, 'from-the-ca.pfx'));
    await workbench.openReport('from-the-ca.pfx');
    await workbench.webview().getByRole('heading', { name: 'This is a certificate in PEM form, not a PFX' }).waitFor();
    await workbench.webview().getByText('openssl pkcs12 -export').first().waitFor();
    await eventually(async () => assert.equal(await workbench.editorAction('Submit Certificate').isVisible(), false));
  });
});
