import * as assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import * as fs from 'node:fs';
import * as vscode from 'vscode';
import { eventually } from '../ui/support/eventually.ts';
import { choose, chooseMany, file, files, password } from './support/answers.ts';
import { look } from './support/looks.ts';
import { PASSWORD, pfxFile } from './support/pfxFiles.ts';
import { open, place, reportFor } from './support/sessions.ts';
import { DEVELOPMENT, PRODUCTION, QUALITY, setSetting, workspaceFile } from './support/settings.ts';
import { useExtension } from './support/useExtension.ts';

function text(): string {
  return vscode.window.activeTextEditor?.document.getText() ?? assert.fail('an editor is active');
}

describe('drafts of other kinds', () => {
  const suite = useExtension();

  before(async () => {
    await setSetting('environments', [DEVELOPMENT, QUALITY, PRODUCTION]);
    await setSetting('trustedCertificates', [pfxFile('root.pem')]);
  });
  after(() => suite.api.drafts.erase());

  const last = () => suite.api.drafts.all.at(-1) ?? assert.fail('a draft is kept');

  it('client certificate: asks for environments and the PFX, and waits for its password', async () => {
    const uri = place('locked.pfx');
    await suite.run('outsystemsSsl.draftClientCertificate', [
      chooseMany('Production', 'Quality'),
      file(uri),
      password(PASSWORD),
    ]);
    assert.match(text(), /\*\*File:\*\* `file-[^`]*\.pfx`/);
    assert.match(text(), /acme-tst\.outsystemsenterprise\.com[^]*acme\.outsystemsenterprise\.com|acme\.outsystems/);
    assert.ok(!text().includes(PASSWORD));
    const { environments, kind, sha256 } = last();
    assert.deepEqual([kind, environments.map(({ name }) => name)], ['clientCertificate', ['Production', 'Quality']]);
    assert.equal(sha256?.length, 64);
    const node = suite.api.tree.getChildren().find(({ label }) => label === 'Quality');
    const children = await suite.api.tree.getChildren(node);
    assert.ok(children.some(({ label }) => label === 'Draft: client certificate'));
    await suite.run('outsystemsSsl.copyPassword');
    assert.equal(await vscode.env.clipboard.readText(), PASSWORD);
  });

  it('client certificate: takes the open report; a file that is closed again ends it', async () => {
    const session = await open(suite, place('open.pfx'), [choose('Production')]);
    const report = await reportFor(session, 'Production');
    await suite.run('outsystemsSsl.draftClientCertificate', [chooseMany('Development')]);
    assert.match(text(), new RegExp(report.certificates[0]?.sha256 ?? '?'));
    await suite.run('workbench.action.closeAllEditors');
    await eventually(() => assert.equal(suite.api.editor.active, undefined));
    const before = suite.api.drafts.all.length;
    const running = suite.run('outsystemsSsl.draftClientCertificate', [
      chooseMany('Development'),
      file(place('locked.pfx')),
      'cancel',
    ]);
    await eventually(() => assert.equal(suite.api.editor.sessions[0]?.state.kind, 'locked'));
    await suite.run('workbench.action.closeAllEditors');
    await running;
    assert.equal(suite.api.drafts.all.length, before);
  });

  it('trusted root: out of PEM and DER files; says which file is of no use', async () => {
    const pem = fs.readFileSync(pfxFile('root.pem'));
    const root = new X509Certificate(pem);
    const der = workspaceFile('root.cer');
    fs.writeFileSync(der.fsPath, root.raw);
    await suite.run('outsystemsSsl.draftTrustedRoot', [chooseMany('Production'), files(der)]);
    assert.ok(text().includes(root.fingerprint256));
    assert.match(text(), /Acme Root/);
    assert.deepEqual([last().kind, last().sha256], ['trustedRoot', null]);
    const wrong = workspaceFile('wrong.cer');
    fs.writeFileSync(wrong.fsPath, 'nothing');
    await suite.run('outsystemsSsl.draftTrustedRoot', [chooseMany('Production'), files(der, wrong)]);
    assert.match(suite.errors.take().join('|'), /^“wrong\.cer” can’t be used: it holds no certificate/);
  });

  it('secure endpoints: every name but wildcards, those of the open report too', async () => {
    const session = await open(suite, place('open.pfx'), [choose('Production')]);
    await reportFor(session, 'Production');
    await suite.run('outsystemsSsl.draftSecureEndpoints', [chooseMany('Production', 'Development')]);
    const lists = [...text().matchAll(/```text\n([^`]*)\n```/g)].map(([, list = '']) => list.split('\n').sort());
    assert.deepEqual(lists, [
      ['acme.example', 'acme.outsystemsenterprise.com', 'apps.acme.example', 'www.acme.example'],
      ['acme-dev.outsystemsenterprise.com', 'acme.example', 'apps-dev.acme.example'],
    ]);
    await suite.run('outsystemsSsl.copyField');
    assert.deepEqual((await vscode.env.clipboard.readText()).split('\n').sort(), lists[0]);
    await suite.run('outsystemsSsl.draftSecureEndpoints', [chooseMany()]);
    assert.match(suite.errors.take().join('|'), /at least one/);
  });

  it('the guide to HTTPS has what the last look saw; the tree says when it is done', async () => {
    const put = (hsts: boolean): void =>
      suite.api.served.put(PRODUCTION.domains.map((host) => look('good', { host, days: 90, redirects: true, hsts })));
    const production = (): vscode.TreeItem =>
      suite.api.tree.getChildren().find(({ label }) => label === 'Production') ?? assert.fail();
    const https = async (): Promise<vscode.TreeItem> =>
      (await suite.api.tree.getChildren(production())).find(({ label }) => label === 'HTTPS') ?? assert.fail();
    put(false);
    await suite.run('outsystemsSsl.openHttpsGuide', [], production());
    assert.match(text(), /Production[^]*`apps\.acme\.example` \| ✅[^|]*\| ❌/);
    assert.equal((await https()).description, 'enforced, without HSTS');
    put(true);
    const { command = assert.fail() } = await https();
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    assert.match(text(), /`apps\.acme\.example` \| ✅[^|]*\| ✅/);
    assert.equal((await https()).description, 'done: enforced, with HSTS');
  });
});
