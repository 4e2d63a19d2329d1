import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { choose, confirm, password } from './support/answers.ts';
import { PASSWORD, pfxFile } from './support/pfxFiles.ts';
import { open, place, reportFor } from './support/sessions.ts';
import { DEVELOPMENT, PRODUCTION, setSetting } from './support/settings.ts';
import { useExtension } from './support/useExtension.ts';

const SUBMIT = 'outsystemsSsl.submitCertificate';

/** The document in the active editor. */
function active(): vscode.TextDocument {
  return vscode.window.activeTextEditor?.document ?? assert.fail('an editor is active');
}

describe('the ticket draft', () => {
  const suite = useExtension();

  before(async () => {
    const unknown = { name: 'Unknown', address: 'acme-x.outsystemsenterprise.com', domains: ['x.acme.example'] };
    await setSetting('environments', [DEVELOPMENT, PRODUCTION, unknown]);
    await setSetting('trustedCertificates', [pfxFile('root.pem')]);
  });

  it('opens as an untitled Markdown document with the facts and the steps of the environment’s way', async () => {
    const session = await open(suite, place('locked.pfx'), [password(PASSWORD), choose('Development')]);
    const report = await reportFor(session, 'Development');
    await suite.run(SUBMIT);
    const draft = active();
    assert.deepEqual([draft.languageId, draft.isUntitled], ['markdown', true]);
    const text = draft.getText();
    // 9.1.200.0: LifeTime's upload creates a ticket; the password goes in a reply to it
    for (const fact of [
      'for Development',
      'apps-dev.acme.example',
      'Activate SSL/TLS',
      'support ticket',
      'acme-dev.outsystemsenterprise.com',
      '9.1.200.0',
      'Acme Issuing CA',
      'Acme Root',
      report.certificates[0]?.serial ?? assert.fail(),
      report.certificates[0]?.sha1 ?? assert.fail(),
      report.certificates[0]?.sha256 ?? assert.fail(),
      report.file.sha256,
      'PFX password: ____',
    ])
      assert.ok(text.includes(fact), `${fact} in ${text}`);
    assert.doesNotMatch(text, /SECURE ENDPOINT|The check found/);
  });

  it('has the steps of the wizard from 9.1.301.0 on, and both where the version is not known', async () => {
    const session = await open(suite, place('open.pfx'), [choose('Production')]);
    await reportFor(session, 'Production');
    await suite.run(SUBMIT);
    assert.match(active().getText(), /SECURE ENDPOINT[^]*www\.acme\.example CNAME acme\.outsystemsenterprise\.com/);
    assert.doesNotMatch(active().getText(), /Activate SSL\/TLS/);
    await session.setEnvironment('Unknown');
    await reportFor(session, 'Unknown');
    await session.submit();
    assert.match(active().getText(), /First way: below 9\.1\.301\.0[^]*Second way: [^]*SECURE ENDPOINT/);
  });

  it('asks first where the report has errors, and names them', async () => {
    const session = await open(suite, place('leafOnly.pfx'), [password(PASSWORD), choose('Production')]);
    const report = await reportFor(session, 'Production');
    assert.equal(report.checks.chain.status, 'fail', 'the intermediate is missing');
    const editors = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length;
    await suite.run(SUBMIT, ['cancel']);
    assert.equal(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length, editors, 'no draft');
    await suite.run(SUBMIT, [confirm()]);
    const errors = report.findings.filter(({ severity }) => severity === 'error');
    const [question] = suite.prompts.asked('confirm');
    assert.match(question?.message ?? '', new RegExp(`found ${errors.length} error`));
    assert.match(active().getText(), /The check found/);
    for (const { title } of errors) {
      assert.ok(question?.detail.includes(title), title);
      assert.ok(active().getText().replaceAll('\\', '').includes(title), title);
    }
  });

  it('asks for the environment where none is chosen yet', async () => {
    const session = await open(suite, place('open.pfx'), ['cancel']);
    await reportFor(session, null);
    await suite.run(SUBMIT, [choose('Production')]);
    assert.match(active().getText(), /for Production/);
  });

  it('is copied as far as it is to be sent, as edited', async () => {
    const session = await open(suite, place('open.pfx'), [choose('Production')]);
    await reportFor(session, 'Production');
    await suite.run(SUBMIT);
    const draft = active();
    const whole = draft.getText();
    await vscode.window.activeTextEditor?.edit((edit) =>
      edit.insert(draft.positionAt(whole.lastIndexOf('\n```')), '\nPlease call before.'),
    );
    await suite.run('outsystemsSsl.copyDraft');
    const copied = await vscode.env.clipboard.readText();
    assert.match(copied, /^LifeTime’s certificate wizard refuses[^]*Production[^]*Please call before\.$/);
    assert.ok(whole.includes(copied.slice(0, 200)));
    assert.doesNotMatch(copied, /This document is for you|SECURE ENDPOINT|Mobile apps/);
  });

  it('is the only document with these actions', async () => {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: '# Mine' }));
    await suite.run('outsystemsSsl.copyDraft');
    assert.match(suite.errors.take().join('|'), /^Open a draft first/);
  });

  it('is kept as the environment’s last, with the last report, and both open again', async () => {
    await setSetting('environments', [{ ...PRODUCTION, name: 'Kept' }]);
    const uri = place('locked.pfx');
    const report = await reportFor(await open(suite, uri, [password(PASSWORD)]), 'Kept');
    await suite.run(SUBMIT);
    const text = active().getText();
    const history = suite.api.history.of('Kept');
    assert.deepEqual(history.report, {
      uri: uri.toString(),
      fileName: uri.path.split('/').at(-1),
      verdict: 'warnings',
      headline: report.headline,
      judgedAt: report.judgedAt,
      notAfter: report.certificates[0]?.notAfter,
    });
    assert.equal(suite.api.drafts.all.at(-1)?.markdown, text);
    await suite.run('workbench.action.closeAllEditors');
    const [environment] = suite.api.tree.getChildren();
    const nodes = (await suite.api.tree.getChildren(environment)).slice(-2);
    for (const { command } of nodes.reverse()) {
      if (command?.command === 'outsystemsSsl.openLastReport') suite.prompts.expect(password(PASSWORD));
      await vscode.commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []));
    }
    assert.ok(vscode.workspace.textDocuments.some((document) => document.isUntitled && document.getText() === text));
    const [session] = suite.api.editor.sessions;
    assert.equal(session?.uri.toString(), uri.toString());
    await reportFor(session, 'Kept');
  });

  it('says that there is none yet', async () => {
    const node = { environment: { ...PRODUCTION, name: 'Never' } };
    await suite.run('outsystemsSsl.openLastReport', [], node);
    await suite.run('outsystemsSsl.openDraft', [], node);
    assert.deepEqual(suite.errors.take(), [
      'No certificate was checked for Never yet.',
      'There is no draft for Never whose text is kept.',
    ]);
  });
});
