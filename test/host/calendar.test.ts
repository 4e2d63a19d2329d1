import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as vscode from 'vscode';
import { eventually } from '../ui/support/eventually.ts';
import { saveAs } from './support/answers.ts';
import { look } from './support/looks.ts';
import { PRODUCTION, setSetting, workspaceFile } from './support/settings.ts';
import { useExtension } from './support/useExtension.ts';

describe('the expiry calendar', () => {
  const suite = useExtension();

  beforeEach(async () => {
    await setSetting('environments', [
      { ...PRODUCTION, name: 'One', domains: ['cal1.acme.example', 'cal2.acme.example'] },
      { ...PRODUCTION, name: 'Two', domains: ['cal3.acme.example'] },
      { ...PRODUCTION, name: 'Unseen', domains: ['cal4.acme.example'] },
    ]);
    suite.api.served.put([
      look('good', { host: 'cal1.acme.example', days: 90, sha256: 'C1' }),
      look('good', { host: 'cal2.acme.example', days: 12, sha256: 'C2' }),
      look('good', { host: 'cal3.acme.example', days: 12, sha256: 'C2' }),
    ]);
  });

  it('has each certificate once, with its environments, those that end first at the top', () => {
    const { environments, neverLooked, rows } = suite.api.features.calendar.state;
    assert.deepEqual([environments, neverLooked], [3, 1]);
    assert.deepEqual(
      rows.map(({ daysLeft, environments: names, hosts, state }) => [daysLeft, state, names, hosts]),
      [
        [12, 'expiring', ['One', 'Two'], ['cal2.acme.example', 'cal3.acme.example']],
        [90, 'valid', ['One'], ['cal1.acme.example']],
      ],
    );
  });

  it('says when to renew each, and how long the next one lives', async () => {
    const { rows } = suite.api.features.calendar.state;
    const limit = (days: number): number => {
      const day = new Date(Date.now() + days * 86_400_000).toISOString();
      return day < '2027-03-15' ? 200 : day < '2029-03-15' ? 100 : 47;
    };
    assert.deepEqual(
      rows.map(({ renewal }) => [renewal?.due, renewal?.days]),
      [
        [true, limit(0)],
        [false, limit(60)],
      ],
    );
    await setSetting('environments', [{ ...PRODUCTION, domains: [] }]);
    suite.api.served.put([look('good', { host: PRODUCTION.address, days: 5, sha256: 'C3' })]);
    assert.deepEqual(
      suite.api.features.calendar.state.rows.map(({ renewal, state }) => [renewal, state]),
      [[null, 'valid']],
    );
  });

  it('opens in one panel', async () => {
    const panels = (): readonly vscode.Tab[] =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ label }) => label === 'Expiry Calendar');
    await suite.run('outsystemsSsl.openCalendar');
    await suite.run('outsystemsSsl.openCalendar');
    await eventually(() => assert.equal(panels().length, 1));
  });

  for (const format of ['ics', 'csv'] as const) {
    it(`is saved as .${format}, whole, and nothing else is left beside it`, async () => {
      const uri = workspaceFile(`saved.${format}`);
      fs.writeFileSync(uri.fsPath, 'an older one');
      suite.prompts.expect(saveAs(uri));
      await suite.api.features.calendar.run(format === 'ics' ? 'exportIcs' : 'exportCsv');
      const text = fs.readFileSync(uri.fsPath, 'utf8');
      assert.match(text, format === 'ics' ? /^BEGIN:VCALENDAR\r\n[^]*One\\, Two[^]*END:VCALENDAR\r\n$/ : /"One, Two"/);
      assert.match(
        suite.prompts.asked('saveFile')[0]?.name ?? '',
        new RegExp(String.raw`^certificates-\d{4}-\d\d-\d\d\.${format}$`),
      );
      const left = fs.readdirSync(workspaceFile('.').fsPath).filter((name) => name.startsWith('saved.'));
      assert.ok(left.includes(`saved.${format}`) && left.every((name) => !name.endsWith('.tmp')), left.join());
    });
  }
});
