import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as vscode from 'vscode';
import { eventually } from '../ui/support/eventually.ts';
import { derOf, netPki } from '../fixtures/netPki.ts';
import { closeServers, listen } from '../fixtures/servers.ts';
import * as net from 'node:net';
import { choose, confirm } from './support/answers.ts';
import { serveHosts } from './support/servedHosts.ts';
import { PRODUCTION, setSetting, workspaceFile } from './support/settings.ts';
import { useExtension } from './support/useExtension.ts';

const { address } = PRODUCTION;

describe('looking at what environments serve', () => {
  const suite = useExtension();
  const node = (name: string): vscode.TreeItem =>
    suite.api.tree.getChildren().find((item) => item.label === name) ?? assert.fail(`${name} is in the tree`);
  const stateOf = (host: string): string | undefined => suite.api.served.of(address, host)?.state;

  /** An environment a host, of the same name. */
  const environments = (names: readonly string[]) =>
    setSetting(
      'environments',
      names.map((name) => ({ name, address, domains: [`${name.toLowerCase()}.acme.example`] })),
    );

  before(async () => {
    fs.writeFileSync(workspaceFile('net-root.pem').fsPath, netPki().read('root.pem'));
    await setSetting('trustedCertificates', ['net-root.pem']);
  });
  afterEach(() => {
    suite.api.features.live.options = {};
    closeServers();
  });

  it('sees what a server really serves, each defect for itself', async () => {
    const whole = ['issuing', 'root'];
    suite.api.features.live.options = await serveHosts({
      'fine.acme.example': ['leaf', ...whole],
      'late.acme.example': ['expired', ...whole],
      'other.acme.example': ['elsewhere', ...whole],
      'alone.acme.example': ['leaf'],
      'self.acme.example': ['selfSigned'],
      'plain.acme.example': ['leaf', ...whole],
    });
    const names = ['Fine', 'Late', 'Other', 'Alone', 'Self', 'Plain', 'Nobody'];
    await environments(names);
    await suite.run('outsystemsSsl.checkAllServed');
    const states = names.map((name) => stateOf(`${name.toLowerCase()}.acme.example`));
    assert.deepEqual(states, [
      'privateAuthority', // the root that the setting names
      'expired',
      'wrongName',
      'incompleteChain',
      'untrusted',
      'privateAuthority',
      'unreachable',
    ]);
    assert.equal(suite.api.served.of(address, 'plain.acme.example')?.redirects, false);
    await eventually(() => assert.equal(node('Plain').resourceUri?.query, 'httpNotEnforced'));
    const record = suite.api.served.of(address, 'fine.acme.example') ?? assert.fail();
    assert.deepEqual([record.redirects, record.hsts, record.dns], [true, true, `CNAME to ${address}`]);
    assert.deepEqual(
      suite.api.served.chainOf(record),
      ['leaf', ...whole].map((name) => derOf(name)),
    );
    await eventually(() => assert.equal(node('Late').resourceUri?.query, 'expired'));
    assert.equal(suite.api.view.badge?.value, 6);
  });

  it('opens what is served in the report, judged as what a server sends', async () => {
    suite.api.features.live.options = await serveHosts({
      'opened.acme.example': ['leaf', 'issuing'],
      'halved.acme.example': ['leaf'],
    });
    await setSetting('environments', [
      { ...PRODUCTION, name: 'Opened', domains: ['opened.acme.example', 'halved.acme.example'] },
    ]);
    // nothing is kept yet: it looks first
    await suite.run('outsystemsSsl.openServed', [choose('Opened')]);
    const [state] = suite.api.features.servedReports.states;
    assert.equal(state?.environment, 'Opened');
    const { checks, findings, verdict, file } = state.report;
    assert.equal(file.name, 'opened.acme.example');
    assert.deepEqual(
      Object.values(checks).map(({ status }) => status),
      ['warn', 'pass', 'pass', 'pass'],
      'a private CA is a warning; neither root nor key is missing',
    );
    assert.deepEqual(
      findings.map(({ code }) => code),
      ['served.privateAuthority'],
    );
    assert.equal(verdict, 'warnings');
    await suite.api.features.servedReports.run(state, { command: 'copyReport' });
    const copied = await vscode.env.clipboard.readText();
    assert.match(copied, /^# opened\.acme\.example: In order, with 1 warning\n/);
    assert.match(copied, /served\.privateAuthority/);
    assert.deepEqual(
      state.report.certificates.map(({ inFile, role }) => [role, inFile]),
      [
        ['leaf', true],
        ['intermediate', true],
        ['root', false],
      ],
    );
    // the other host by its node
    const children = await suite.api.tree.getChildren(node('Opened'));
    const served = children.find(({ contextValue }) => contextValue?.includes('served'));
    assert.ok(served?.command);
    const other = { environment: suite.api.store.environments[0], host: 'halved.acme.example' };
    const { createWebviewPanel } = vscode.window;
    let panels = 0;
    Object.assign(vscode.window, {
      createWebviewPanel: (...args: Parameters<typeof createWebviewPanel>) => {
        panels++;
        return createWebviewPanel(...args);
      },
    });
    try {
      // a double click
      await Promise.all([1, 2].map(() => suite.run('outsystemsSsl.openServed', [], other)));
    } finally {
      Object.assign(vscode.window, { createWebviewPanel });
    }
    assert.equal(panels, 1);
    const halved = suite.api.features.servedReports.states.find(({ report }) => report.file.name.startsWith('halved'));
    assert.equal(halved?.report.checks.chain.status, 'fail');
    assert.deepEqual(halved.report.findings.map(({ code }) => code)[0], 'served.incompleteChain');
  });

  it('looks at the one of the tree, or the one that is picked', async () => {
    suite.api.features.live.options = await serveHosts({ 'picked.acme.example': ['leaf', 'issuing', 'root'] });
    await environments(['Picked', 'Left']);
    await suite.run('outsystemsSsl.checkServed', [choose('Picked')]);
    assert.equal(stateOf('picked.acme.example'), 'privateAuthority');
    assert.equal(stateOf('left.acme.example'), undefined);
    await suite.run('outsystemsSsl.checkServed', [], node('Left'));
    assert.equal(stateOf('left.acme.example'), 'unreachable');
  });

  it('stops when it is told to, and leaves what was known', async () => {
    // takes connections and never answers
    const { port } = await listen(net.createServer());
    const options = await serveHosts({});
    suite.api.features.live.options = { ...options, httpsPort: port, timeout: 60_000 };
    await environments(['Silent']);
    const running = suite.run('outsystemsSsl.checkAllServed');
    await new Promise((resolve) => setImmediate(resolve));
    await suite.run('outsystemsSsl.stopChecking');
    await running;
    assert.equal(stateOf('silent.acme.example'), undefined);
  });

  it('connects to nobody where it is switched off', async () => {
    await environments(['Off']);
    await setSetting('liveCheck', 'off');
    await suite.run('outsystemsSsl.checkAllServed');
    assert.match(suite.errors.take().join('|'), /^Looking at environments is switched off/);
    await setSetting('liveCheck', undefined);
    assert.equal(stateOf('off.acme.example'), undefined);
  });

  it('asks before it connects where the workspace is not trusted, and never does so by itself', async () => {
    const trusted = Object.getOwnPropertyDescriptor(vscode.workspace, 'isTrusted') ?? assert.fail();
    Object.defineProperty(vscode.workspace, 'isTrusted', { ...trusted, get: () => false });
    try {
      suite.api.features.live.options = await serveHosts({ 'strange.acme.example': ['leaf', 'issuing', 'root'] });
      await environments(['Strange']);
      await setSetting('liveCheck', 'whenVisible');
      await suite.api.features.live.checkStale();
      await suite.run('outsystemsSsl.checkAllServed', ['cancel']);
      assert.equal(stateOf('strange.acme.example'), undefined);
      const [question] = suite.prompts.asked('confirm');
      assert.match(`${question?.message} ${question?.detail}`, /Connect to 2 hosts[^]*strange\.acme\.example/);
      await suite.run('outsystemsSsl.checkAllServed', [confirm()]);
      assert.notEqual(stateOf('strange.acme.example'), undefined);
    } finally {
      Object.defineProperty(vscode.workspace, 'isTrusted', trusted);
      await setSetting('liveCheck', undefined);
    }
  });

  it('looks by itself when the view comes into sight, where that is wanted, and once a day', async () => {
    let looked = 0;
    const options = await serveHosts({});
    const { lookup } = options;
    suite.api.features.live.options = { ...options, lookup: (host, done) => (looked++, lookup?.(host, done)) };
    await environments(['Seen']);
    await setSetting('liveCheck', 'manual');
    await suite.api.features.live.checkStale();
    assert.equal(looked, 0);
    await setSetting('liveCheck', 'whenVisible');
    await suite.api.features.live.checkStale();
    const first = looked;
    assert.ok(first > 0);
    await suite.api.features.live.checkStale();
    assert.equal(looked, first, 'not again today');
    await setSetting('liveCheck', undefined);
  });
});
