import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { draftsFor, markSubmitted } from '../../src/core/handover/followUp.ts';
import { DraftHistory } from '../../src/host/drafts/draftHistory.ts';
import * as vscode from 'vscode';
import { parseCsv } from '../fixtures/parseCsv.ts';
import { choose, confirm, keep, saveAs, type } from './support/answers.ts';
import { draftRecord } from './support/draftRecords.ts';
import { KeptState } from './support/memento.ts';
import { PRODUCTION, QUALITY, setSetting, workspaceFile } from './support/settings.ts';
import { useExtension } from './support/useExtension.ts';

const DAY = 86_400_000;

describe('the history of drafts', () => {
  const suite = useExtension();

  const node = (name: string): vscode.TreeItem =>
    suite.api.tree.getChildren().find((item) => item.label === name) ?? assert.fail(name);
  const draftNodes = async (name: string): Promise<vscode.TreeItem[]> =>
    (await suite.api.tree.getChildren(node(name))).filter(({ id = '' }) => id.startsWith('draft:'));

  before(() => setSetting('environments', [PRODUCTION, QUALITY]));
  beforeEach(() => suite.api.drafts.erase());
  after(() => suite.api.drafts.erase());

  it('stands below the environment, with state, date and thumbprint', async () => {
    await suite.api.drafts.add(draftRecord('Production', { sha256: '0a1b2c3d'.repeat(8) }));
    const [first] = await draftNodes('Production');
    assert.equal(first?.description, 'overdue · drafted 3 Aug 2026 · 0A1B2C3D…');
    assert.equal(first?.command?.command, 'outsystemsSsl.openDraft');
    await suite.run('outsystemsSsl.markSubmitted', [type('  2345678 ', 'x'.repeat(61))], first);
    const [submitted] = await draftNodes('Production');
    assert.match(String(submitted?.description), /^submitted \d+ \w+ \d{4}, ticket 2345678 · 0A1B2C3D…$/);
    // again, with what was entered before
    await suite.run('outsystemsSsl.markSubmitted', [keep('2345678')], node('Production'));
    await suite.api.drafts.add(draftRecord('Production', { createdAt: Date.now() }));
    const [newer, older] = await draftNodes('Production');
    assert.match(String(newer?.description), /^drafted /);
    assert.match(String(older?.description), /^superseded /);
    assert.equal(older?.command, undefined, 'its text is not kept');
    assert.doesNotMatch(older?.contextValue ?? '', /draftText|draftOpen|activation/);
    assert.deepEqual(await draftNodes('Quality'), []);
  });

  it('says after five business days that nothing has changed', async () => {
    const at = (days: number): number => Date.now() - days * DAY;
    await suite.api.drafts.add(draftRecord('Production', { createdAt: at(8) }));
    await suite.api.drafts.add(
      draftRecord('Quality', { createdAt: at(30), state: { kind: 'submitted', ticket: null, at: at(1) } }),
    );
    const [production] = await draftNodes('Production');
    assert.match(String(production?.description), /^overdue · drafted/);
    const item = production ?? assert.fail();
    const tooltip = (await suite.api.tree.resolveTreeItem(item, item)).tooltip as vscode.MarkdownString;
    assert.match(tooltip.value.replaceAll('&nbsp;', ' '), /5 business days/);
    assert.match(String((await draftNodes('Quality'))[0]?.description), /^submitted/);
  });

  it('opens drafts from the palette, the newest first, and the newest of an environment', async () => {
    await suite.api.drafts.add(draftRecord('Production', { subject: 'One', markdown: '# One' }));
    await suite.api.drafts.add(draftRecord('Quality', { subject: 'Two', markdown: '# Two' }));
    await suite.run('outsystemsSsl.openDraft', [choose('One')]);
    assert.equal(vscode.window.activeTextEditor?.document.getText(), '# One');
    assert.deepEqual(
      suite.prompts.asked('pick')[0]?.items.map(({ label }) => label),
      ['Two', 'One'],
    );
    await suite.run('outsystemsSsl.openDraft', [], node('Quality'));
    assert.equal(vscode.window.activeTextEditor?.document.getText(), '# Two');
  });

  it('marks the draft that is open, without asking which', async () => {
    const record = draftRecord('Production', { markdown: '# Mine' });
    await suite.api.drafts.add(record);
    await suite.api.drafts.add(draftRecord('Quality'));
    await suite.run('outsystemsSsl.openDraft', [], node('Production'));
    await suite.run('outsystemsSsl.markSubmitted', [type('')]);
    assert.equal(suite.api.drafts.find(record.id)?.state.kind, 'submitted');
  });

  it('is closed by hand where no look can tell, after a question', async () => {
    const record = draftRecord('Production', { kind: 'clientCertificate', createdAt: Date.now() });
    await suite.api.drafts.add(record);
    await suite.run('outsystemsSsl.markDone', ['cancel'], node('Production'));
    assert.equal(suite.api.drafts.find(record.id)?.state.kind, 'drafted');
    await suite.run('outsystemsSsl.markDone', [confirm()], node('Production'));
    assert.equal(suite.api.drafts.find(record.id)?.state.kind, 'done');
    const [shown] = await draftNodes('Production');
    assert.match(String(shown?.description), /^done \d/);
    assert.doesNotMatch(shown?.contextValue ?? '', /draftOpen/);
    await suite.run('outsystemsSsl.markDone', [], node('Production'));
    assert.match(suite.errors.take().join('|'), /^There is no open draft/);
  });

  it('is exported as CSV and as JSON: what and when, a line for each environment', async () => {
    await suite.api.drafts.add(draftRecord('Production', { state: { kind: 'submitted', ticket: '77', at: 0 } }));
    await suite.api.drafts.add(draftRecord('Quality'));
    const csv = workspaceFile('drafts.csv');
    await suite.run('outsystemsSsl.exportDrafts', [choose('CSV'), saveAs(csv)]);
    const [header = [], ...rows] = parseCsv(fs.readFileSync(csv.fsPath, 'utf8'));
    const column = (name: string): (string | undefined)[] => rows.map((row) => row[header.indexOf(name)]);
    assert.deepEqual(column('environment'), ['Production', 'Quality']);
    assert.deepEqual(column('state'), ['submitted', 'drafted']);
    assert.deepEqual(column('ticket'), ['77', '']);
    assert.deepEqual(column('changedAt')[0], '1970-01-01T00:00:00Z');
    const json = workspaceFile('drafts.json');
    await suite.run('outsystemsSsl.exportDrafts', [choose('JSON'), saveAs(json)]);
    const { drafts } = JSON.parse(fs.readFileSync(json.fsPath, 'utf8')) as { drafts: { sha256: string }[] };
    assert.deepEqual(
      drafts.map(({ sha256 }) => sha256),
      ['ab'.repeat(32), 'ab'.repeat(32)],
    );
    assert.match(suite.prompts.asked('saveFile')[0]?.name ?? '', /^drafts-\d{4}-\d\d-\d\d\.csv$/);
  });

  it('is erased only after a question', async () => {
    await suite.api.drafts.add(draftRecord('Production'));
    await suite.run('outsystemsSsl.eraseDrafts', ['cancel']);
    assert.equal(suite.api.drafts.all.length, 1);
    await suite.run('outsystemsSsl.eraseDrafts', [confirm()]);
    assert.equal(suite.api.drafts.all.length, 0);
    assert.deepEqual(await draftNodes('Production'), []);
    await suite.run('outsystemsSsl.exportDrafts');
    await suite.run('outsystemsSsl.markSubmitted');
    await suite.run('outsystemsSsl.openDraft');
    assert.equal(suite.errors.take().length, 3, 'each says that there is none');
  });

  describe('in what VS Code keeps', () => {
    it('survives a restart', async () => {
      const state = new KeptState();
      const record = draftRecord('Production');
      const first = new DraftHistory(() => state, state);
      await first.add(record);
      await first.change(record.id, (current) => markSubmitted(current, '5', 9));
      const again = new DraftHistory(() => state, state);
      const submitted = { ticket: '5', at: 9 };
      assert.deepEqual(again.find(record.id), { ...record, state: { kind: 'submitted', ...submitted }, submitted });
    });

    it('takes over the last drafts of earlier versions, once', async () => {
      const state = new KeptState();
      const { markdown, ...handover } = draftRecord('Quality', { id: 'new' });
      const report = { fileName: 'a.pfx' };
      await state.update('history', {
        Production: {
          report,
          draft: { subject: 'Old', markdown: '# Old', createdAt: '2026-08-02T10:00:00Z' },
        },
        Quality: { draft: { subject: 'New', markdown, createdAt: '2026-08-03T10:00:00Z', handover } },
      });
      const history = new DraftHistory(() => state, state);
      const [old] = draftsFor(history.all, 'Production');
      assert.deepEqual(
        [old?.subject, old?.markdown, old?.sha256, old?.createdAt],
        ['Old', '# Old', null, Date.UTC(2026, 7, 2, 10)],
      );
      assert.deepEqual(history.find('new'), { ...handover, markdown });
      await history.change('new', (current) => markSubmitted(current, null, 1));
      assert.deepEqual(state.get('history'), { Production: { report }, Quality: {} }, 'the reports stay');
      const again = new DraftHistory(() => state, state);
      assert.deepEqual(
        again.all.map(({ subject, state: { kind } }) => [subject, kind]),
        [
          ['Old', 'drafted'],
          [handover.subject, 'submitted'],
        ],
      );
    });

    it('is left alone where another version wrote it, until somebody erases it', async () => {
      const state = new KeptState();
      await state.update('drafts', { version: 3, drafts: ['?'] });
      const history = new DraftHistory(() => state, state);
      assert.deepEqual(history.all, []);
      await assert.rejects(history.add(draftRecord('Production')), /version 3.*left as it is/);
      assert.throws(() => history.assertReadable(), /version 3/);
      assert.deepEqual(state.get('drafts'), { version: 3, drafts: ['?'] });
      await history.erase();
      await history.add(draftRecord('Production'));
      assert.equal(history.all.length, 1);
    });

    it('does not grow without bound: texts of what is long done go first', async () => {
      const state = new KeptState();
      const history = new DraftHistory(() => state, state);
      const markdown = 'x'.repeat(100_000);
      const done = { kind: 'active', ticket: null, at: 1 } as const;
      for (const name of ['A', 'B', 'C', 'D', 'E'])
        await history.add(draftRecord(name, { markdown, ...(name !== 'A' && { state: done }) }));
      assert.ok(state.size('drafts') < 410_000);
      assert.deepEqual(
        history.all.map((record) => record.markdown?.length ?? null),
        [100_000, null, null, 100_000, 100_000],
      );
    });
  });
});
