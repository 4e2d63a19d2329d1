import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { choose, confirm, keep, type } from './support/answers.ts';
import { draftRecord } from './support/draftRecords.ts';
import { ALL, DEVELOPMENT, PRODUCTION, QUALITY, setSetting, settingOf, workspaceFile } from './support/settings.ts';
import { useExtension } from './support/useExtension.ts';

describe('changing environments', () => {
  const suite = useExtension();

  beforeEach(() => setSetting('environments', ALL));

  it('edits one: each step holds its value', async () => {
    await suite.run('outsystemsSsl.editEnvironment', [
      choose('Quality'),
      keep('Quality'),
      choose('OutSystems cloud'),
      keep('acme-tst.outsystemsenterprise.com'),
      keep('apps-test.acme.example'),
      type('11.30.0.0'),
      choose('Test'),
      keep(''),
    ]);
    assert.deepEqual(settingOf('environments'), [DEVELOPMENT, { ...QUALITY, version: '11.30.0.0' }, PRODUCTION]);
  });

  it('edits the one of the tree without asking which, and keeps fields that it does not know', async () => {
    const own = { ...DEVELOPMENT, order: 7, contact: 'ops@acme.example' };
    await setSetting('environments', [own, QUALITY]);
    await suite.run(
      'outsystemsSsl.editEnvironment',
      [
        type('Dev', 'Quality', ''),
        choose('OutSystems cloud'),
        keep(DEVELOPMENT.address),
        type(''),
        type(''),
        choose('Something else'),
        type(''),
      ],
      { index: 0 },
    );
    const { name, address, hosting } = { ...DEVELOPMENT, name: 'Dev' };
    assert.deepEqual(settingOf('environments'), [
      { name, address, domains: [], hosting, order: 7, contact: 'ops@acme.example' },
      QUALITY,
    ]);
  });

  it('takes reports and drafts along to another name', async () => {
    const { drafts, history } = suite.api;
    await drafts.erase();
    await drafts.add(draftRecord('Quality'));
    const report = { uri: 'file:///q.pfx', fileName: 'q.pfx', verdict: 'ready', headline: 'Good' } as const;
    await history.record('Quality', { report: { ...report, notAfter: null, judgedAt: '2026-11-23T00:00:00Z' } });
    await suite.run(
      'outsystemsSsl.editEnvironment',
      [
        type('Acceptance'),
        choose('OutSystems cloud'),
        keep(QUALITY.address),
        keep('apps-test.acme.example'),
        keep('9.1.301.0'),
        choose('Test'),
        keep(''),
      ],
      { index: 1 },
    );
    assert.deepEqual(
      drafts.all.map(({ environments }) => environments.map(({ name }) => name)),
      [['Acceptance']],
    );
    assert.equal(history.of('Acceptance').report?.fileName, 'q.pfx');
    assert.equal(history.of('Quality').report, undefined);
    assert.equal(history.environmentOf(vscode.Uri.parse('file:///q.pfx')), 'Acceptance');
    await drafts.erase();
  });

  it('offers sound ones only to be edited', async () => {
    await setSetting('environments', [{ name: 'Half' }, PRODUCTION]);
    await suite.run('outsystemsSsl.editEnvironment', ['cancel']);
    const labels = suite.prompts.asked('pick')[0]?.items.map(({ label }) => label);
    assert.deepEqual(labels, ['Production']);
  });

  it('removes one once that is confirmed', async () => {
    await suite.run('outsystemsSsl.removeEnvironment', [choose('Quality'), confirm()]);
    assert.deepEqual(settingOf('environments'), [DEVELOPMENT, PRODUCTION]);
    assert.match(suite.prompts.asked('confirm')[0]?.message ?? '', /Quality/);
  });

  it('removes a broken one', async () => {
    await setSetting('environments', [DEVELOPMENT, 'a text']);
    await suite.run('outsystemsSsl.removeEnvironment', [confirm()], { index: 1 });
    assert.deepEqual(settingOf('environments'), [DEVELOPMENT]);
  });

  it('leaves everything as it was when the edit, the choice or the confirmation is cancelled', async () => {
    await suite.run('outsystemsSsl.editEnvironment', [choose('Quality'), type('Renamed'), 'cancel']);
    await suite.run('outsystemsSsl.removeEnvironment', ['cancel']);
    await suite.run('outsystemsSsl.removeEnvironment', [choose('Quality'), 'cancel']);
    assert.deepEqual(settingOf('environments'), ALL);
  });

  it('says that there is none to be changed', async () => {
    await setSetting('environments', []);
    for (const command of ['editEnvironment', 'removeEnvironment', 'revealEnvironment']) {
      await suite.run(`outsystemsSsl.${command}`);
      assert.match(suite.errors.take().join('|'), /^There is no environment yet/);
    }
  });

  it('says that an entry of an old tree is gone', async () => {
    await suite.run('outsystemsSsl.removeEnvironment', [], { index: 9 });
    assert.match(suite.errors.take().join('|'), /not in the settings any more/);
    assert.deepEqual(settingOf('environments'), ALL);
  });

  it('reveals one in settings.json, with its entry selected', async () => {
    await suite.run('outsystemsSsl.revealEnvironment', [choose('Quality')]);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), workspaceFile('.vscode/settings.json').toString());
    assert.deepEqual(JSON.parse(editor.document.getText(editor.selection)), QUALITY);
  });
});
