import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as path from 'node:path';
import { OpensslFolder, serverExtensions } from '../fixtures/openssl.ts';
import { openReport, verdict } from './support/report.ts';
import { PASSWORD, sampleFiles } from './support/sample.ts';
import { useWorkspace } from './support/useWorkspace.ts';

const AES = 'AES-256 and SHA-256';

/** What openssl says of a PFX: how it is locked, which certificates and whether a key is in it. */
function seenByOpenssl(file: string, password: string): string {
  const args = ['pkcs12', '-info', '-in', file, '-passin', `pass:${password}`, '-nodes'];
  return execFileSync('/bin/sh', ['-c', '"$0" "$@" 2>&1', 'openssl', ...args], { encoding: 'utf8' });
}

describe('mending a PFX', () => {
  const suite = useWorkspace(async () => ({ files: await sampleFiles() }));

  it('an old one in two clicks: the form, and where to', async () => {
    const { folder, workbench } = suite;
    await openReport(workbench, 'legacy-rc2.pfx', 'Production');
    await workbench.webview().locator('.finding', { hasText: 'RC2-40' }).getByRole('button').click();
    await workbench.pick(AES);
    const target = path.join(folder, 'renewed.pfx');
    await workbench.fileDialog(target);
    await workbench.tab('renewed.pfx').waitFor();
    await workbench.webview().locator('h1', { hasText: 'renewed.pfx' }).waitFor();
    await verdict(workbench, 'Production').waitFor();
    assert.equal(await workbench.passwordBox.isVisible(), false, 'its password is known');
    const seen = seenByOpenssl(target, PASSWORD);
    assert.match(seen, /AES-256-CBC/);
    assert.match(seen, /BEGIN PRIVATE KEY/);
    await workbench.command('View: Close All Editors');
  });

  it('is built from a certificate and its key', async () => {
    const { folder, workbench } = suite;
    const made = new OpensslFolder(folder);
    made.certificate('site', {
      subject: '/CN=apps.acme.example',
      days: 90,
      extensions: serverExtensions('apps.acme.example'),
    });
    await workbench.command('OutSystems SSL: Build PFX from Certificate and Key…');
    await workbench.fileDialog(path.join(folder, 'site.pem'));
    await workbench.fileDialog(path.join(folder, 'site.key'));
    await workbench.answerPassword('a new one');
    await workbench.quickInput.getByText('The same password once more').waitFor();
    await workbench.answerPassword('a new one');
    await workbench.pick(AES);
    const target = path.join(folder, 'site-built.pfx');
    await workbench.fileDialog(target);
    await workbench.webview().locator('h1', { hasText: 'site-built.pfx' }).waitFor();
    await workbench.webview().getByText('Present, belongs to the certificate').first().waitFor();
    assert.match(seenByOpenssl(target, 'a new one'), /apps\.acme\.example[^]*BEGIN PRIVATE KEY/);
  });
});
