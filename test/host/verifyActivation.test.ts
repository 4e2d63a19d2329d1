import * as assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import type { History } from '../../src/host/history.ts';
import * as vscode from 'vscode';
import { derOf } from '../fixtures/netPki.ts';
import { closeServers } from '../fixtures/servers.ts';
import { serveHosts } from './support/servedHosts.ts';
import { PRODUCTION, setSetting } from './support/settings.ts';
import { useExtension } from './support/useExtension.ts';

describe('verifying the activation of a draft', () => {
  const suite = useExtension();
  const { showInformationMessage, showWarningMessage } = vscode.window;
  const chain = ['issuing', 'root'];
  let told: string[] = [];

  before(async () => {
    const tell = async (message: string): Promise<void> => void told.push(message);
    Object.assign(vscode.window, { showInformationMessage: tell, showWarningMessage: tell });
    await setSetting('environments', [
      { ...PRODUCTION, name: 'Verified', domains: ['one.acme.example', 'two.acme.example'] },
    ]);
    const draft: NonNullable<ReturnType<History['of']>['draft']> = {
      subject: 'SSL for Verified',
      markdown: '# SSL',
      createdAt: '2026-11-01T10:00:00Z',
      handover: {
        id: '1',
        kind: 'certificate',
        environments: [],
        state: { kind: 'submitted', ticket: '123', at: 5 },
        createdAt: 5,
        language: 'en',
        subject: 'SSL for Verified',
        // by Node's own crypto, not by the code under test
        sha256: new X509Certificate(derOf('renewed')).fingerprint256.replaceAll(':', '').toLowerCase(),
        notAfter: null,
        certificateName: null,
      },
    };
    await suite.api.history.record('Verified', { draft });
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
  const lastDraft = (): vscode.TreeItem => suite.api.tree.getChildren(node()).at(-1) ?? assert.fail();

  it('says which domain serves another certificate, or none, and leaves the draft open', async () => {
    suite.api.features.live.options = await serveHosts({ 'one.acme.example': ['leaf', ...chain] });
    await suite.run('outsystemsSsl.verifyActivation', [], node());
    assert.match(
      told.join('|'),
      /^Verified does not serve[^|]*one\.acme\.example serves another one: “localhost” of Acme Net Issuing CA\. two\.acme\.example shows no certificate\.$/,
    );
    assert.equal(suite.api.history.of('Verified').draft?.handover?.state.kind, 'submitted');
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
    const state = suite.api.history.of('Verified').draft?.handover?.state;
    assert.deepEqual(state, { kind: 'active', ticket: '123', at: state?.kind === 'active' && state.at });
    assert.match(String(lastDraft().description), /done, seen to be served on/);
    await suite.run('outsystemsSsl.verifyActivation', [], node());
    assert.equal(told.length, 2, 'again, without an error');
  });

  it('says what is missing', async () => {
    await setSetting('environments', [{ ...PRODUCTION, name: 'Draftless' }]);
    await suite.run('outsystemsSsl.verifyActivation', [], node());
    assert.match(suite.errors.take().join('|'), /^There is no draft for Draftless yet/);
  });
});
