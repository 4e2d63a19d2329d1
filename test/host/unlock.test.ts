import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ViewState } from '../../src/shared/protocol.ts';
import { choose, file, password } from './support/answers.ts';
import { PASSWORD, pfxFile } from './support/pfxFiles.ts';
import { open, place, reportFor, state } from './support/sessions.ts';
import { ALL, PRODUCTION, setSetting } from './support/settings.ts';
import { useExtension } from './support/useExtension.ts';

const WRONG = 'not this one';

describe('opening a PFX', () => {
  const suite = useExtension();

  before(async () => {
    await setSetting('environments', ALL);
    await setSetting('trustedCertificates', [pfxFile('root.pem')]);
  });

  it('asks for no password where there is none', async () => {
    const session = await open(suite, place('open.pfx'), [choose('Production')]);
    const report = await reportFor(session, 'Production');
    assert.deepEqual(suite.prompts.asked('password'), []);
    assert.deepEqual(
      report.certificates.map(({ name, role }) => `${role} ${name}`),
      ['leaf *.acme.example', 'intermediate Acme Issuing CA', 'root Acme Root'],
    );
    assert.equal(report.key?.matchesLeaf, true);
  });

  it('shows itself locked, asks, says why a wrong password does not do, and takes the right one', async () => {
    const answer = password(WRONG, '', PASSWORD);
    const session = await open(suite, place('locked.pfx'), [answer, choose('Production')]);
    const report = await reportFor(session, 'Production');
    assert.match(answer.reasons[0] ?? '', /^That password is wrong/);
    assert.equal(answer.reasons.length, 2);
    // root and intermediate are the test's own, and trusted by the setting
    assert.deepEqual(
      Object.entries(report.checks).map(([id, { status }]) => `${id} ${status}`),
      ['chain warn', 'expiry pass', 'domain pass', 'key pass'],
    );
    assert.equal(report.verdict, 'warnings');
  });

  it('stays locked when nobody gives a password, and asks again when told to', async () => {
    const uri = place('locked.pfx');
    const session = await open(suite, uri, ['cancel']);
    const { file: card, reason } = await state(session, 'locked');
    assert.equal(reason, null);
    assert.equal(card.name, uri.path.split('/').at(-1));
    assert.ok((card.size ?? 0) > 1000);
    suite.prompts.expect(password(PASSWORD), choose('Quality'));
    await session.unlock();
    await reportFor(session, 'Quality');
  });

  it('asks for the password again when a locked file is opened again', async () => {
    const uri = place('locked.pfx');
    const session = await open(suite, uri, ['cancel']);
    await state(session, 'locked');
    assert.equal(await open(suite, uri, [password(PASSWORD), choose('Quality')]), session);
    await reportFor(session, 'Quality');
    assert.equal(suite.api.editor.sessions.length, 1);
  });

  it('asks for nothing once its editor is closed', async () => {
    const session = await open(suite, place('locked.pfx'), ['cancel']);
    await state(session, 'locked');
    const loading = session.load();
    session.dispose();
    await loading;
    assert.equal(suite.prompts.asked('password').length, 1);
  });

  it('asks for the environment, the best match first', async () => {
    const session = await open(suite, place('appsOnly.pfx'), [password(PASSWORD)]);
    // apps.acme.example and www.acme.example: those of Production, and of no other
    await reportFor(session, 'Production');
    suite.prompts.expect(choose('Development'));
    await session.chooseEnvironment();
    const report = await reportFor(session, 'Development');
    const [question] = suite.prompts.asked('pick');
    assert.deepEqual(
      question?.items.map(({ detail, label }) => `${label}: ${detail}`),
      ['Production: Covers 2 of 2 domains', 'Development: Covers 0 of 1 domain', 'Quality: Covers 0 of 1 domain'],
    );
    assert.equal(question.active, 'Production');
    assert.equal(report.checks.domain.status, 'fail');
    assert.equal(suite.prompts.asked('password').length, 1, 'the password was asked for once');
  });

  it('checks without an environment where none is chosen, and where there is none', async () => {
    const session = await open(suite, place('open.pfx'), ['cancel']);
    const report = await reportFor(session, null);
    assert.equal(report.domains.length, 4);
    await setSetting('environments', []);
    const { environments } = await state(session, 'report', (shown) => assert.equal(shown.environments, 0));
    assert.equal(environments, 0);
    await suite.run('outsystemsSsl.chooseEnvironment');
    assert.match(suite.errors.take().join('|'), /^There is no environment yet/);
    await setSetting('environments', ALL);
  });

  it('judges again when the settings change', async () => {
    const session = await open(suite, place('open.pfx'), [choose('Production')]);
    const report = await reportFor(session, 'Production');
    assert.equal(report.checks.expiry.status, 'pass');
    await setSetting('environments', [{ ...PRODUCTION, domains: ['apps.other.example'] }]);
    await state(session, 'report', (shown) => assert.equal(shown.report.checks.domain.status, 'fail'));
    await setSetting('expiryWarningDays', 398);
    await setSetting('environments', ALL);
    await state(session, 'report', (shown) => assert.equal(shown.report.checks.domain.status, 'pass'));
    await setSetting('expiryWarningDays', undefined);
  });

  it('is for the environment that it was started from, and remembers the last one', async () => {
    await setSetting('environments', [
      { ...PRODUCTION, name: 'First' },
      { ...PRODUCTION, name: 'Second' },
    ]);
    const uri = place('locked.pfx');
    suite.prompts.expect(file(uri), password(PASSWORD));
    const [node] = suite.api.tree.getChildren();
    await vscode.commands.executeCommand('outsystemsSsl.validateCertificate', node);
    const [session] = suite.api.editor.sessions;
    assert.ok(session);
    await reportFor(session, 'First');
    await suite.run('outsystemsSsl.chooseEnvironment', [choose('Second')]);
    await reportFor(session, 'Second');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const again = await open(suite, uri, [password(PASSWORD)]);
    await reportFor(again, 'Second');
    await setSetting('environments', ALL);
  });

  it('opens nothing when no file is chosen', async () => {
    await suite.run('outsystemsSsl.validateCertificate', ['cancel']);
    assert.deepEqual(suite.api.editor.sessions, []);
    await suite.run('outsystemsSsl.submitCertificate');
    assert.deepEqual(suite.errors.take(), ['Open a .pfx or .p12 file first.']);
  });

  it('lets no password out: not to the page, the report, the history or the clipboard', async () => {
    const states: ViewState[] = [];
    const session = await open(suite, place('locked.pfx'), ['cancel']);
    await state(session, 'locked');
    const subscription = session.onDidChangeState((shown) => states.push(shown));
    suite.prompts.expect(password(WRONG, PASSWORD), choose('Production'));
    await session.unlock();
    const report = await reportFor(session, 'Production');
    await session.copyReport();
    await session.submit();
    subscription.dispose();
    const clipboard = await vscode.env.clipboard.readText();
    assert.match(clipboard, /Acme Root/);
    const draft = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(draft, /Acme Root/);
    const names = ['Development', 'Quality', 'Production'];
    const history = names.map((name) => suite.api.history.of(name));
    assert.ok(states.length >= 4, 'working, locked, working, report');
    const everything = JSON.stringify([states, report, history, clipboard, draft]);
    for (const secret of [PASSWORD, WRONG]) {
      assert.ok(!everything.includes(secret));
      assert.ok(!everything.includes(Buffer.from(secret).toString('base64').slice(0, -2)));
    }
    assert.doesNotMatch(everything, /PRIVATE KEY/);
  });
});
