import * as assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import * as net from 'node:net';
import type { DraftRecord } from '../../src/core/handover/draftRecord.ts';
import * as vscode from 'vscode';
import { derOf } from '../fixtures/netPki.ts';
import { closeServers, listen } from '../fixtures/servers.ts';
import { draftRecord } from './support/draftRecords.ts';
import { serveHosts } from './support/servedHosts.ts';
import { PRODUCTION, setSetting } from './support/settings.ts';
import { useExtension } from './support/useExtension.ts';

describe('verifying the activation of a draft', () => {
  const suite = useExtension();
  const { showInformationMessage, showWarningMessage } = vscode.window;
  const chain = ['issuing', 'root'];
  let told: string[] = [];
  let record: DraftRecord | undefined;

  before(async () => {
    const tell = async (message: string): Promise<void> => void told.push(message);
    Object.assign(vscode.window, { showInformationMessage: tell, showWarningMessage: tell });
    await setSetting('environments', [
      { ...PRODUCTION, name: 'Verified', domains: ['one.acme.example', 'two.acme.example'] },
    ]);
    record = draftRecord('Verified', {
      state: { kind: 'submitted', ticket: '123', at: 5 },
      // by Node's own crypto, not by the code under test
      sha256: new X509Certificate(derOf('renewed')).fingerprint256.replaceAll(':', '').toLowerCase(),
    });
    await suite.api.drafts.add(record);
  });
  beforeEach(() => (told = []));
  afterEach(() => {
    suite.api.features.live.options = {};
    closeServers();
  });
  after(() => {
    Object.assign(vscode.window, { showInformationMessage, showWarningMessage });
  });

  const node = (): vscode.TreeItem => suite.api.tree.getChildren()[0] ?? assert.fail();
  const state = (): DraftRecord['state'] | undefined => suite.api.drafts.find(record?.id ?? '')?.state;
  const lastDraft = async (): Promise<vscode.TreeItem> =>
    (await suite.api.tree.getChildren(node())).at(-1) ?? assert.fail();

  it('says which domain serves another certificate, or none, and leaves the draft open', async () => {
    suite.api.features.live.options = await serveHosts({ 'one.acme.example': ['leaf', ...chain] });
    await suite.run('outsystemsSsl.verifyActivation', [], node());
    assert.match(
      told.join('|'),
      /^Verified does not serve[^|]*one\.acme\.example serves another one: “localhost” of Acme Net Issuing CA\. two\.acme\.example shows no certificate\.$/,
    );
    assert.equal(state()?.kind, 'submitted');
  });

  it('says nothing where it is stopped', async () => {
    const { port } = await listen(net.createServer()); // takes connections and never answers
    suite.api.features.live.options = { ...(await serveHosts({})), httpsPort: port, timeout: 60_000 };
    const running = suite.run('outsystemsSsl.verifyActivation', [], node());
    await new Promise((resolve) => setImmediate(resolve));
    await suite.run('outsystemsSsl.stopChecking');
    await running;
    assert.deepEqual(told, []);
    assert.equal(state()?.kind, 'submitted');
  });

  it('is not content with one domain of two', async () => {
    suite.api.features.live.options = await serveHosts({
      'one.acme.example': ['renewed', ...chain],
      'two.acme.example': ['leaf', ...chain],
    });
    await suite.run('outsystemsSsl.verifyActivation', [], node());
    assert.match(told.join('|'), /two\.acme\.example serves another one/);
    assert.doesNotMatch(told.join('|'), /one\.acme\.example serves/);
  });

  it('marks the draft as done once all domains serve its certificate; its ticket stays', async () => {
    suite.api.features.live.options = await serveHosts({
      'one.acme.example': ['renewed', ...chain],
      'two.acme.example': ['renewed', ...chain],
    });
    await suite.run('outsystemsSsl.verifyActivation', [], node());
    assert.match(
      told.join('|'),
      /^Verified serves the certificate of its last draft on all 2 domains\. The draft is done\.$/,
    );
    const now = state();
    assert.deepEqual(now, { kind: 'active', ticket: '123', at: now?.kind === 'active' && now.at });
    assert.match(String((await lastDraft()).description), /^active, seen to be served on/);
    await suite.run('outsystemsSsl.verifyActivation', [], node());
    assert.equal(told.length, 2, 'again, without an error');
  });

  it('waits for every environment that the draft is for', async () => {
    const environment = (name: string, domain: string) => ({ ...PRODUCTION, name, domains: [domain] });
    await setSetting('environments', [
      environment('Both', 'one.acme.example'),
      environment('Other', 'two.acme.example'),
    ]);
    const both = draftRecord('Both', { sha256: record?.sha256 ?? null });
    const [target = assert.fail()] = both.environments;
    await suite.api.drafts.add({ ...both, environments: [target, { ...target, name: 'Other' }] });
    suite.api.features.live.options = await serveHosts({
      'one.acme.example': ['renewed', ...chain],
      'two.acme.example': ['leaf', ...chain],
    });
    await suite.run('outsystemsSsl.verifyActivation', [], node());
    assert.match(told.join('|'), /^Both, Other do not serve.*two\.acme\.example serves another/);
    assert.equal(suite.api.drafts.find(both.id)?.state.kind, 'drafted');
  });

  it('says what is missing', async () => {
    await setSetting('environments', [{ ...PRODUCTION, name: 'Draftless' }]);
    await suite.run('outsystemsSsl.verifyActivation', [], node());
    assert.match(suite.errors.take().join('|'), /^There is no draft for Draftless yet/);
  });
});
