import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ExpiryWatch } from '../../src/host/watch/expiryWatch.ts';
import { look } from './support/looks.ts';
import { KeptState } from './support/memento.ts';
import { PRODUCTION, setSetting } from './support/settings.ts';
import { useExtension } from './support/useExtension.ts';

const DAY = 86_400_000;

describe('the expiry watch', () => {
  const suite = useExtension();
  const original = vscode.window.showWarningMessage;
  let shown: { message: string; buttons: readonly string[] }[] = [];
  let answer: string | undefined;

  before(async () => {
    Object.assign(vscode.window, {
      showWarningMessage: async (message: string, ...buttons: string[]) => {
        shown.push({ message, buttons });
        return buttons.find((button) => button === answer);
      },
    });
  });
  beforeEach(async () => {
    await setSetting('environments', [
      { ...PRODUCTION, name: 'One', domains: ['watch1.acme.example'] },
      { ...PRODUCTION, name: 'Two', domains: ['watch2.acme.example'] },
      { ...PRODUCTION, name: 'Own', domains: [] },
    ]);
  });
  beforeEach(() => {
    shown = [];
    answer = undefined;
  });
  after(() => {
    Object.assign(vscode.window, { showWarningMessage: original });
  });

  it('is silent while nothing ends soon, and about what OutSystems renews', async () => {
    suite.api.served.put([
      look('good', { host: 'watch1.acme.example', days: 31 }),
      look('good', { host: 'watch2.acme.example', days: 20, lifetime: 47 }),
      look('good', { host: PRODUCTION.address, days: 2 }),
    ]);
    await new ExpiryWatch(suite.api.tree, new KeptState()).consider();
    assert.deepEqual(shown, []);
  });

  it('tells once a day, in all windows and after a restart', async () => {
    suite.api.served.put([look('good', { host: 'watch1.acme.example', days: 12 })]);
    const state = new KeptState();
    const now = Date.now();
    await new ExpiryWatch(suite.api.tree, state).consider(now);
    await new ExpiryWatch(suite.api.tree, state).consider(now);
    assert.deepEqual(shown, [
      {
        message: 'The certificate that One serves expires in 12 days.',
        buttons: ['Show', 'Not for This Certificate Again'],
      },
    ]);
    await new ExpiryWatch(suite.api.tree, state).consider(now + DAY);
    assert.equal(shown.length, 2);
  });

  it('is silent about a certificate for ever where that is asked, not about its successor', async () => {
    suite.api.served.put([look('expired', { host: 'watch1.acme.example', days: -1, sha256: 'OLD' })]);
    const state = new KeptState();
    answer = 'Not for This Certificate Again';
    const now = Date.now();
    await new ExpiryWatch(suite.api.tree, state).consider(now);
    await new ExpiryWatch(suite.api.tree, state).consider(now + DAY);
    assert.equal(shown.length, 1);
    suite.api.served.put([look('expiring', { host: 'watch1.acme.example', days: 4, sha256: 'NEW' })]);
    await new ExpiryWatch(suite.api.tree, state).consider(now + 2 * DAY);
    assert.equal(shown.length, 2);
  });

  it('tells of another certificate of an environment whose first one is not to be told of', async () => {
    await setSetting('environments', [
      { ...PRODUCTION, name: 'Both', domains: ['both1.acme.example', 'both2.acme.example'] },
    ]);
    suite.api.served.put([
      look('expiring', { host: 'both1.acme.example', days: 3, sha256: 'B1' }),
      look('good', { host: 'both2.acme.example', days: 100, sha256: 'B2' }),
    ]);
    const state = new KeptState();
    answer = 'Not for This Certificate Again';
    const now = Date.now();
    await new ExpiryWatch(suite.api.tree, state).consider(now);
    suite.api.served.put([look('expiring', { host: 'both2.acme.example', days: 9, sha256: 'B2' })]);
    await new ExpiryWatch(suite.api.tree, state).consider(now + DAY);
    assert.deepEqual(
      shown.map(({ message }) => message),
      ['The certificate that Both serves expires in 3 days.', 'The certificate that Both serves expires in 8 days.'],
    );
  });

  it('names those that end first in one message, and shows them', async () => {
    suite.api.served.put([
      look('expired', { host: 'watch1.acme.example', days: -4, sha256: '01' }),
      look('expiring', { host: 'watch2.acme.example', days: 1, sha256: '02' }),
    ]);
    answer = 'Show';
    await new ExpiryWatch(suite.api.tree, new KeptState()).consider();
    assert.equal(
      shown[0]?.message,
      '2 environments serve a certificate that ends soon or has ended: One (has expired), Two (expires tomorrow).',
    );
    assert.deepEqual(shown[0]?.buttons, ['Show', 'Not for These Certificates Again']);
    assert.equal(suite.api.tree.attentionOnly, true);
    await suite.run('outsystemsSsl.showAllEnvironments');
  });
});
