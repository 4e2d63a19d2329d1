import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../ui/support/eventually.ts';
import { draftRecord } from './support/draftRecords.ts';
import { ALL, DEVELOPMENT, PRODUCTION, QUALITY, setSetting } from './support/settings.ts';
import { useExtension } from './support/useExtension.ts';

const label = (item: vscode.TreeItem): unknown => item.label;
const iconOf = (item: vscode.TreeItem): string => (item.iconPath as vscode.ThemeIcon).id;
const text = (tooltip: vscode.TreeItem['tooltip']): string =>
  typeof tooltip === 'object' ? tooltip.value : (tooltip ?? '');

describe('the tree of environments', () => {
  const suite = useExtension();

  const roots = (): vscode.TreeItem[] => suite.api.tree.getChildren();
  const node = (name: string): vscode.TreeItem =>
    roots().find((item) => item.label === name) ?? assert.fail(`${name} is in the tree`);
  const children = async (name: string): Promise<vscode.TreeItem[]> => suite.api.tree.getChildren(node(name));
  const tooltipOf = async (item: vscode.TreeItem): Promise<string> =>
    text((await suite.api.tree.resolveTreeItem(item, item)).tooltip);
  const record = (name: string, verdict: 'ready' | 'warnings' | 'errors'): Promise<void> =>
    suite.api.history.record(name, {
      report: {
        uri: 'file:///acme.pfx',
        fileName: 'acme.pfx',
        verdict,
        headline: `Judged as ${verdict}`,
        notAfter: '2027-02-12T10:00:00.000Z',
        judgedAt: '2026-08-01T10:00:00.000Z',
      },
    });

  it('is empty without environments, which shows the welcome', async () => {
    assert.deepEqual(roots(), []);
    await setSetting('environments', []);
    assert.deepEqual(roots(), []);
  });

  it('has the environments in the order of the setting, and by “order” where that is given', async () => {
    await setSetting('environments', ALL);
    assert.deepEqual(roots().map(label), ['Development', 'Quality', 'Production']);
    await setSetting('environments', [DEVELOPMENT, { ...QUALITY, order: 2 }, { ...PRODUCTION, order: 1 }]);
    assert.deepEqual(roots().map(label), ['Production', 'Quality', 'Development']);
  });

  it('tells when the setting has changed', async () => {
    let fired = 0;
    const subscription = suite.api.tree.onDidChangeTreeData(() => fired++);
    try {
      await setSetting('environments', [PRODUCTION]);
      await eventually(() => assert.equal(fired, 1));
      assert.deepEqual(roots().map(label), ['Production']);
      await setSetting('trustedCertificates', ['ca.pem']);
      await setSetting('environments', [PRODUCTION, QUALITY]);
      await eventually(() => assert.equal(fired, 2));
      // decides what counts as expiring
      await setSetting('expiryWarningDays', 20);
      await eventually(() => assert.equal(fired, 3));
    } finally {
      subscription.dispose();
    }
  });

  it('describes an environment by its first domain and version; the tooltip has the rest', async () => {
    const lifetime = 'https://acme-lt.outsystemsenterprise.com';
    await setSetting('environments', [
      { ...PRODUCTION, name: 'Described', lifetime },
      { name: 'Bare', address: 'bare.outsystemsenterprise.com' },
    ]);
    const production = node('Described');
    assert.equal(production.description, 'apps.acme.example · 11.28.1.0');
    assert.equal(production.collapsibleState, vscode.TreeItemCollapsibleState.Collapsed);
    const tooltip = (await tooltipOf(production)).replaceAll('\\', '').replaceAll('&nbsp;', ' ');
    for (const fact of ['acme.outsystemsenterprise.com', 'www.acme.example', '11.28.1.0', lifetime, 'none yet'])
      assert.ok(tooltip.includes(fact), `${fact} in ${tooltip}`);
    assert.equal(node('Bare').description, 'bare.outsystemsenterprise.com');
  });

  it('shows the last report by the icon of its own node, and tells when one is made', async () => {
    const names = ['Fresh', 'Ready', 'Warned', 'Failed'];
    await setSetting(
      'environments',
      names.map((name) => ({ ...PRODUCTION, name })),
    );
    let fired = 0;
    const subscription = suite.api.tree.onDidChangeTreeData(() => fired++);
    await record('Ready', 'ready');
    await record('Warned', 'warnings');
    await record('Failed', 'errors');
    subscription.dispose();
    assert.equal(fired, 3);
    assert.deepEqual(roots().map(iconOf), Array(4).fill('server-environment'));
    const reports = await Promise.all(
      names.map(async (name) => (await children(name)).find(({ id }) => id === `report:${name}`) ?? assert.fail(name)),
    );
    assert.deepEqual(reports.map(iconOf), ['output', 'pass', 'warning', 'error']);
    assert.match(await tooltipOf(node('Failed')), /Judged/);
    assert.doesNotMatch(node('Fresh').contextValue ?? '', /report/);
    assert.match(node('Ready').contextValue ?? '', /\breport\b/);
  });

  it('has domains, way of activation and last report below an environment', async () => {
    await setSetting('environments', [{ ...PRODUCTION, name: 'Childless' }]);
    const items = await children('Childless');
    assert.deepEqual(items.map(label), [
      'Served certificate',
      'apps.acme.example',
      'www.acme.example',
      'acme.outsystemsenterprise.com',
      'Activation',
      'No certificate checked yet',
    ]);
    assert.equal(items[0]?.command?.command, 'outsystemsSsl.checkServed');
    assert.equal(items[4]?.description, 'LifeTime certificate wizard');
    assert.equal(items[5]?.command?.command, 'outsystemsSsl.validateCertificate');
    for (const item of items) assert.deepEqual(suite.api.tree.getChildren(item), []);
  });

  it('names the way of activation by the version', async () => {
    await setSetting('environments', [
      { ...DEVELOPMENT, version: '9.1.300.99' },
      { ...QUALITY, version: '9.1.301.0' },
      { ...PRODUCTION, hosting: 'selfManaged' },
    ]);
    const routes = await Promise.all(
      roots().map(
        async (root) =>
          (await suite.api.tree.getChildren(root)).find((item) => item.label === 'Activation')?.description,
      ),
    );
    assert.deepEqual(routes, [
      'LifeTime upload, then a support ticket',
      'LifeTime certificate wizard',
      'Install it yourself',
    ]);
  });

  it('has the last report and the last draft once there are some', async () => {
    await setSetting('environments', [{ ...PRODUCTION, name: 'Used' }]);
    await record('Used', 'warnings');
    await suite.api.drafts.add(draftRecord('Used', { createdAt: Date.now(), sha256: null }));
    const [report, draft] = (await children('Used')).slice(-2);
    assert.deepEqual([report?.label, draft?.label], ['Last report', 'Draft']);
    assert.equal(report?.description, 'acme.pfx, 1 Aug 2026: Judged as warnings');
    assert.match(text(report?.tooltip), /ends on 12 Feb 2027/);
    assert.match(String(draft?.description), /^drafted \d+ \w+ \d{4}$/);
    assert.deepEqual(
      [report?.command?.command, draft?.command?.command],
      ['outsystemsSsl.openLastReport', 'outsystemsSsl.openDraft'],
    );
    assert.match(node('Used').contextValue ?? '', /\bdraftText draftOpen activation\b/);
  });

  it('shows domains as people read them', async () => {
    await setSetting('environments', [{ ...PRODUCTION, name: 'Idn', domains: ['xn--bcher-kva.example'] }]);
    const [, domain] = await children('Idn');
    assert.deepEqual([domain?.label, domain?.description], ['bücher.example', 'xn--bcher-kva.example']);
  });

  it('shows broken entries with what is wrong, beside the sound ones', async () => {
    await setSetting('environments', [
      { name: 'Short version', address: 'a.outsystemsenterprise.com', version: '11.28' },
      PRODUCTION,
      { address: 'b.outsystemsenterprise.com' },
      'a text',
      { ...PRODUCTION },
      { name: 'Address', address: 'https://c.outsystemsenterprise.com' },
    ]);
    const [sound, ...broken] = roots();
    assert.equal(sound?.label, 'Production');
    assert.deepEqual(broken.map(label), [
      'Short version',
      'Environment 3 of the settings',
      'Environment 4 of the settings',
      'Production',
      'Address',
    ]);
    const expected = [
      /four numbers.*11\.28/,
      /“name” is missing/,
      /must be an object/,
      /another environment called/,
      /not a host name/,
    ];
    for (const [index, pattern] of expected.entries()) {
      const item = broken[index] ?? assert.fail();
      assert.match(String(item.description), pattern);
      assert.match(item.accessibilityInformation?.label ?? '', pattern);
      assert.equal(iconOf(item), 'warning');
      assert.equal(item.command?.command, 'outsystemsSsl.revealEnvironment');
      assert.equal(item.contextValue, 'reveal remove');
      assert.deepEqual(suite.api.tree.getChildren(item), []);
    }
    assert.deepEqual(new Set(roots().map(({ id }) => id)).size, 6, 'ids differ');
  });

  it('says that the setting must be a list where it is none', async () => {
    for (const value of ['a text', 5, { Production: PRODUCTION }]) {
      await setSetting('environments', value);
      const descriptions = roots().map(({ description }) => String(description));
      assert.match(descriptions.join('|'), /^[^|]*must be a list[^|]*$/);
    }
  });

  it('opens the place of a broken entry', async () => {
    await setSetting('environments', [PRODUCTION, { name: 'Half' }]);
    const { command } = node('Half');
    await vscode.commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []));
    const editor = vscode.window.activeTextEditor;
    assert.match(editor?.document.fileName ?? '', /settings\.json$/);
    assert.deepEqual(JSON.parse(editor?.document.getText(editor.selection) ?? ''), { name: 'Half' });
  });
});
