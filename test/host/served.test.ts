import * as assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { SERVED_STATES, type ServedState } from '../../src/core/served/servedState.ts';
import { ServedStore } from '../../src/host/served/servedStore.ts';
import { eventually } from '../ui/support/eventually.ts';
import { look } from './support/looks.ts';
import { KeptState } from './support/memento.ts';
import { confirm } from './support/answers.ts';
import { PRODUCTION, QUALITY, setSetting } from './support/settings.ts';
import { useExtension } from './support/useExtension.ts';

const { address } = PRODUCTION;

const iconOf = (item: vscode.TreeItem): string => (item.iconPath as vscode.ThemeIcon).id;
const colorOf = (item: vscode.TreeItem): string | undefined =>
  ((item.iconPath as vscode.ThemeIcon).color as { readonly id: string } | undefined)?.id; // the types of 1.74 hide it

describe('what environments serve, in the tree', () => {
  const suite = useExtension();
  const node = (name: string): vscode.TreeItem =>
    suite.api.tree.getChildren().find((item) => item.label === name) ?? assert.fail(`${name} is in the tree`);
  const children = async (name: string): Promise<vscode.TreeItem[]> => suite.api.tree.getChildren(node(name));

  /** Environments called after their state, each with a host of its own, the look at which is kept. */
  async function show(states: readonly (ServedState | 'never')[], days = 100): Promise<void> {
    await setSetting(
      'environments',
      states.map((state) => ({ name: state, address, domains: [`${state.toLowerCase()}.acme.example`] })),
    );
    const seen = states.filter((state): state is ServedState => state !== 'never');
    suite.api.served.put(
      seen.map((state) =>
        look(state, {
          host: `${state.toLowerCase()}.acme.example`,
          ...(state !== 'unreachable' && { days: state === 'expired' ? -3 : state === 'expiring' ? 9 : days }),
        }),
      ),
    );
    await eventually(() => assert.ok(seen.every((state) => node(state).resourceUri?.query === state)));
  }

  it('has an icon, words and a colour of its own for each state', async () => {
    await show(['never', ...SERVED_STATES]);
    const expected: Readonly<Record<string, readonly [icon: string, color: string | undefined, words: string]>> = {
      never: ['server-environment', undefined, 'never.acme.example'],
      unreachable: ['debug-disconnect', 'list.errorForeground', 'cannot be reached'],
      expired: ['error', 'list.errorForeground', 'expired 2 days ago'],
      notYetValid: ['calendar', 'list.errorForeground', 'certificate is not valid yet, 100 days left'],
      wrongName: ['circle-slash', 'list.errorForeground', 'certificate is for another name, 100 days left'],
      untrusted: ['unverified', 'list.errorForeground', 'certificate is not trusted, 100 days left'],
      incompleteChain: ['references', 'list.errorForeground', 'chain is incomplete, 100 days left'],
      oldProtocol: ['history', 'list.warningForeground', 'only old versions of TLS, 100 days left'],
      expiring: ['watch', 'list.warningForeground', 'expires in 9 days'],
      privateAuthority: ['shield', undefined, 'private CA, 100 days left'],
      httpNotEnforced: ['unlock', 'list.warningForeground', 'HTTPS is not enforced, 100 days left'],
      good: ['pass', 'testing.iconPassed', '100 days left'],
    };
    assert.deepEqual(Object.keys(expected).sort(), ['never', ...SERVED_STATES].sort());
    for (const [name, [icon, color, words]] of Object.entries(expected)) {
      const item = node(name);
      assert.deepEqual([iconOf(item), colorOf(item)], [icon, color], name);
      assert.match(String(item.description), new RegExp(`^${words}`), name);
      assert.match(
        item.accessibilityInformation?.label ?? '',
        name === 'never' ? /not looked at yet/ : new RegExp(words),
      );
    }
    assert.equal(new Set(Object.values(expected).map(([icon]) => icon)).size, SERVED_STATES.length + 1, 'icons differ');
  });

  it('says so where a certificate above the leaf has ended, or will soon', async () => {
    const above = (code: string) => [
      { code, severity: 'error' as const, title: 'Above', params: { name: 'Acme CA', date: '', days: 4, leaf: '' } },
    ];
    await setSetting('environments', [
      { ...PRODUCTION, name: 'Late', domains: ['late.acme.example'] },
      { ...PRODUCTION, name: 'Soon', domains: ['soon.acme.example'] },
    ]);
    suite.api.served.put([
      look('expired', { host: 'late.acme.example', days: 100, findings: above('served.expired') }),
      look('expiring', { host: 'soon.acme.example', days: 100, findings: above('served.expiring') }),
    ]);
    await eventually(() => {
      assert.match(String(node('Late').description), /^a certificate of the chain has expired, 100 days left/);
      assert.match(String(node('Soon').description), /^a certificate of the chain expires soon, 100 days left/);
    });
    assert.equal(suite.api.view.badge?.value, 2);
  });

  it('counts those that need attention on the view and in the status bar, and shows only them where that is asked', async () => {
    await show(['good', 'expired', 'privateAuthority', 'httpNotEnforced', 'never']);
    const { tree, view } = suite.api;
    await eventually(() => assert.equal(view.badge?.value, 2));
    assert.equal(view.badge?.tooltip, '2 environments need attention');
    assert.equal(view.statusBarItem?.text, '$(shield) 2');
    await suite.run('outsystemsSsl.showAttentionOnly');
    assert.deepEqual(
      tree.getChildren().map(({ label }) => label),
      ['expired', 'httpNotEnforced'],
    );
    suite.api.served.put([look('good', { host: 'expired.acme.example', days: 80 })]);
    await eventually(() =>
      assert.deepEqual(
        tree.getChildren().map(({ label }) => label),
        ['httpNotEnforced'],
      ),
    );
    suite.api.served.put([look('good', { host: 'httpnotenforced.acme.example', days: 80 })]);
    await eventually(() => assert.deepEqual(tree.getChildren(), []));
    assert.equal(view.badge, undefined);
    assert.equal(view.statusBarItem, undefined);
    await suite.run('outsystemsSsl.showAllEnvironments');
    assert.equal(tree.getChildren().length, 5);
  });

  it('forgets what was seen when that is confirmed', async () => {
    await show(['good', 'expired']);
    await suite.run('outsystemsSsl.forgetServed', ['cancel']);
    assert.equal(suite.api.view.badge?.value, 1);
    await suite.run('outsystemsSsl.forgetServed', [confirm()]);
    await eventually(() => assert.equal(suite.api.view.badge, undefined));
    const { served, store } = suite.api;
    for (const environment of store.environments)
      for (const host of environment.domains) assert.equal(served.of(environment.address, host), undefined, host);
  });

  it('keeps broken entries in sight while the filter is on', async () => {
    await setSetting('environments', [{ ...PRODUCTION, domains: ['unseen.acme.example'] }, { name: 'Half' }]);
    await suite.run('outsystemsSsl.showAttentionOnly');
    assert.deepEqual(
      suite.api.tree.getChildren().map(({ label }) => label),
      ['Half'],
    );
    await suite.run('outsystemsSsl.showAllEnvironments');
  });

  it('lets the worst of its domains speak for an environment, and lists each with its DNS', async () => {
    const domains = ['fine.acme.example', 'odd.acme.example', 'unseen.acme.example'];
    await setSetting('environments', [{ ...PRODUCTION, domains }]);
    suite.api.served.put([
      look('good', { host: 'fine.acme.example', days: 100, dns: `CNAME to ${address}`, sha256: '01' }),
      look('wrongName', { host: 'odd.acme.example', days: 50, dns: 'A record instead of a CNAME', sha256: '02' }),
      look('expiring', { host: address, days: 3, sha256: '03' }),
    ]);
    await eventually(() => assert.equal(node('Production').resourceUri?.query, 'wrongName'));
    assert.match(String(node('Production').description), /50 days left/, 'the certificate that ends first');
    const [first, second, fine, odd, unseen, own, https] = await children('Production');
    assert.deepEqual([first?.label, second?.label], ['Served certificate', 'Served certificate']);
    assert.equal(fine?.description, `100 days left · CNAME to ${address}`);
    assert.match(String(odd?.description), /another name.*A record instead/);
    assert.equal(unseen?.description, '');
    // OutSystems renews this one
    assert.equal(own?.description, 'its own address · 3 days left');
    assert.equal(iconOf(own ?? assert.fail()), 'pass');
    assert.deepEqual([https?.label, https?.description], ['HTTPS', 'enforced, with HSTS']);
  });

  it('names the place in LifeTime where HTTPS is enforced, and opens the guide', async () => {
    const lifetime = 'https://acme-lt.outsystemsenterprise.com';
    await setSetting('environments', [{ ...PRODUCTION, domains: ['plain.acme.example'], lifetime }]);
    suite.api.served.put([
      look('httpNotEnforced', { host: 'plain.acme.example', days: 90, redirects: false, hsts: false }),
    ]);
    await eventually(() => assert.equal(node('Production').resourceUri?.query, 'httpNotEnforced'));
    const https = (await children('Production')).find(({ label }) => label === 'HTTPS') ?? assert.fail();
    assert.equal(https.description, 'not enforced');
    // OutSystems documentation, "Enforce HTTPS security"
    assert.match(https.tooltip as string, /http:\/\/plain\.acme\.example.*Environments → .*More Security Settings/);
    assert.equal(https.command?.command, 'outsystemsSsl.openHttpsGuide');
  });

  it('groups by LifeTime only where there are several', async () => {
    const at = (name: string, lifetime?: string) => ({ ...QUALITY, name, ...(lifetime && { lifetime }) });
    const one = 'https://one-lt.outsystemsenterprise.com';
    await setSetting('environments', [at('A', one), at('B'), at('C', one.replace('https:', 'http:'))]);
    assert.deepEqual(
      suite.api.tree.getChildren().map(({ label }) => label),
      ['A', 'B', 'C'],
    );
    await setSetting('environments', [
      at('A', one),
      at('B'),
      at('C', 'https://two-lt.outsystemsenterprise.com'),
      at('D', one),
    ]);
    const groups = suite.api.tree.getChildren().map(async (group) => {
      const members = await suite.api.tree.getChildren(group);
      return [group.label, ...members.map(({ label }) => label)];
    });
    assert.deepEqual(await Promise.all(groups), [
      ['one-lt.outsystemsenterprise.com', 'A', 'D'],
      ['two-lt.outsystemsenterprise.com', 'C'],
      ['Without LifeTime', 'B'],
    ]);
  });

  it('judges by today’s date what was good when it was looked at', async () => {
    await setSetting('environments', [{ ...PRODUCTION, domains: ['aged.acme.example'] }]);
    suite.api.served.put([look('good', { host: 'aged.acme.example', days: 20 })]);
    await eventually(() => assert.match(String(node('Production').description), /^expires in 20 days/));
    await setSetting('expiryWarningDays', 10);
    await eventually(() => assert.match(String(node('Production').description), /^20 days left/));
    await setSetting('expiryWarningDays', undefined);
    // 47 days in all: a third of them is less than 30
    suite.api.served.put([look('good', { host: 'aged.acme.example', days: 20, lifetime: 47 })]);
    await eventually(() => assert.match(String(node('Production').description), /^20 days left/));
  });

  it('keeps the certificate of a host that can’t be reached any more', async () => {
    await setSetting('environments', [{ ...PRODUCTION, domains: ['gone.acme.example'] }]);
    suite.api.served.put([look('good', { host: 'gone.acme.example', days: 60 })]);
    suite.api.served.put([look('unreachable', { host: 'gone.acme.example' })]);
    await eventually(() => assert.match(String(node('Production').description), /^cannot be reached/));
    assert.match(String((await children('Production'))[0]?.description), /^\*\.acme\.example, until/);
  });
});

describe('looks that are kept', () => {
  it('are there after a restart, the certificates once each', async () => {
    const state = new KeptState();
    const before = new ServedStore(state);
    const one = look('expired', { host: 'a.acme.example', days: -1 });
    before.put([one, look('good', { host: 'b.acme.example', days: 9 })]);
    await before.flush();
    assert.equal(state.writes, 1, 'a burst is written once');
    const after = new ServedStore(state);
    const record = after.of(address, 'a.acme.example') ?? assert.fail();
    assert.deepEqual(record, one.record);
    assert.deepEqual(after.chainOf(record), [new Uint8Array([0x30, 0])]);
  });

  it('stay beside those of another window; the later look counts', async () => {
    const state = new KeptState();
    const [one, other] = [new ServedStore(state), new ServedStore(state)];
    one.put([look('good', { host: 'a.acme.example', days: 9, lookedAt: 2 })]);
    other.put([
      look('expired', { host: 'a.acme.example', days: 9, lookedAt: 1 }),
      look('good', { host: 'b.acme.example', days: 9 }),
    ]);
    await one.flush();
    await other.flush();
    const later = new ServedStore(state);
    assert.equal(later.of(address, 'a.acme.example')?.state, 'good');
    assert.equal(later.of(address, 'b.acme.example')?.state, 'good');
  });

  it('are read whatever is there: what is not of the shape is left out alone', async () => {
    const { record } = look('good', { host: 'a.acme.example', days: 9 });
    const bad = [null, 5, 'text', { ...record, host: 7 }, { ...record, certificate: {} }, { ...record, state: 'fine' }];
    const state = new KeptState();
    for (const value of [undefined, null, 'text', [], {}, { version: 2, records: [record] }]) {
      await state.update('served', value);
      assert.equal(new ServedStore(state).of(address, 'a.acme.example'), undefined);
    }
    await state.update('served', { version: 1, records: [...bad, record], certificates: 'none' });
    assert.deepEqual(new ServedStore(state).of(address, 'a.acme.example'), record);
  });

  it('take a bounded place: certificates of old looks go first', async () => {
    const state = new KeptState();
    const store = new ServedStore(state);
    const looks = Array.from({ length: 300 }, (_, i) => ({
      ...look('good', { host: `h${i}.acme.example`, days: 9, sha256: `${i}`, lookedAt: i }),
      chain: [new Uint8Array(3000)],
    }));
    store.put(looks);
    await store.flush();
    assert.ok(state.size('served') < 512_000, `${state.size('served')} characters`);
    const after = new ServedStore(state);
    const chainOf = (host: string) => after.chainOf(after.of(address, host) ?? assert.fail(host));
    assert.equal(chainOf('h0.acme.example'), undefined);
    assert.equal(chainOf('h299.acme.example')?.[0]?.length, 3000);
  });
});
