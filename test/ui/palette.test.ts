import * as assert from 'node:assert/strict';
import * as path from 'node:path';
import { button, checks, documentText, verdict } from './support/report.ts';
import { PASSWORD, sampleFiles } from './support/sample.ts';
import { useWorkspace } from './support/useWorkspace.ts';

describe('from the palette to the draft', () => {
  const suite = useWorkspace(async () => ({ files: await sampleFiles() }));

  it('chooses a file, says that a password is wrong, takes the right one, shows verdict and checks', async () => {
    const { folder, workbench } = suite;
    await workbench.command('OutSystems SSL: Validate Certificate…');
    await workbench.fileDialog(path.join(folder, 'elliptic-curve.pfx'));
    await workbench.answerPassword('not this one');
    await workbench.quickInputMessage.filter({ hasText: 'That password is wrong' }).waitFor();
    await workbench.answerPassword(PASSWORD);
    // for apps.acme.example and www.acme.example: Production's domains, and no other's
    await verdict(workbench, 'Production').waitFor();
    await workbench.webview().getByRole('heading', { name: 'Ready to submit, with 2 warnings' }).waitFor();
    assert.deepEqual(await checks(workbench), [
      'Warning: Chain',
      'Passed: Expiry',
      'Passed: Domain match',
      'Warning: Private key',
    ]);
  });

  it('asks for the environment where several may be meant, the best match first, and switches by the report’s button', async () => {
    const { folder, workbench } = suite;
    await workbench.command('OutSystems SSL: Validate Certificate…');
    await workbench.fileDialog(path.join(folder, 'wildcard-good.pfx'));
    await workbench.answerPassword(PASSWORD);
    const rows = workbench.quickInput.locator('.monaco-list-row');
    await rows.first().waitFor();
    // two of two domains before one of one
    const labels = (await rows.allInnerTexts()).map((text) => /^[A-Z][a-z]+?(?=apps)/.exec(text.trim())?.[0]);
    assert.deepEqual(labels, ['Production', 'Development', 'Quality']);
    await workbench.pick('Production');
    await verdict(workbench, 'Production').waitFor();
    // without a password
    await button(workbench, /Environment: Production/).click();
    await workbench.pick('Quality');
    await verdict(workbench, 'Quality').waitFor();
    assert.equal(await workbench.passwordBox.isVisible(), false);
    await button(workbench, /Environment: Quality/).click();
    await workbench.pick('Development');
    await verdict(workbench, 'Development').waitFor();
  });

  it('writes the draft for the environment’s own way, and copies what is to be sent', async () => {
    const { workbench } = suite;
    await button(workbench, /^Submit/).click();
    await workbench.editorAction('Copy All of the Draft').waitFor();
    await workbench.editorAction('Open Support Portal').waitFor();
    const text = await documentText(workbench);
    // 9.1.200.0 is below 9.1.301.0: upload in LifeTime, which makes a ticket
    for (const fact of [
      'Development',
      'apps-dev.acme.example',
      '9.1.200.0',
      'Activate SSL/TLS',
      'Acme Sample TLS CA 1',
    ])
      assert.ok(text.includes(fact), `${fact} in ${text}`);
    assert.ok(!text.includes('SECURE ENDPOINT'));
    assert.ok(!text.includes(PASSWORD));
    await workbench.editorAction('Copy All of the Draft').click();
    await workbench.page.locator('.statusbar', { hasText: 'Text to send copied' }).waitFor();
    const copied = await workbench.page.evaluate<string>('navigator.clipboard.readText()');
    assert.match(copied, /^Ticket number: ____[^]*apps-dev\.acme\.example[^]*PFX password: ____$/);
  });

  it('asks before it submits a report with errors, and names them in the draft', async () => {
    const { folder, workbench } = suite;
    await workbench.command('OutSystems SSL: Validate Certificate…');
    await workbench.fileDialog(path.join(folder, 'without-key.pfx'));
    await workbench.answerPassword(PASSWORD);
    await workbench.pick('Production');
    await workbench
      .webview()
      .getByRole('heading', { name: /^Not ready: 1 error/ })
      .waitFor();
    assert.ok((await checks(workbench)).includes('Failed: Private key'));
    await workbench.command('OutSystems SSL: Submit Certificate…');
    await workbench.dialog.filter({ hasText: 'The check found 1 error' }).waitFor();
    await workbench.dialogButton('Cancel').click();
    await workbench.dialog.waitFor({ state: 'detached' });
    assert.equal(await workbench.editorAction('Copy All of the Draft').isVisible(), false);
    await button(workbench, /^Submit/).click();
    await workbench.dialogButton('Open Draft').click();
    await workbench.editorAction('Copy All of the Draft').waitFor();
    assert.match(await documentText(workbench), /The check found an error/);
  });
});
