import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { STATUS_TOOL } from '../../src/host/languageModel.ts';
import { password } from './support/answers.ts';
import { draftRecord } from './support/draftRecords.ts';
import { look } from './support/looks.ts';
import { PASSWORD } from './support/pfxFiles.ts';
import { open, place, reportFor } from './support/sessions.ts';
import { PRODUCTION, setSetting } from './support/settings.ts';
import { useExtension } from './support/useExtension.ts';

/** What the test uses of VS Code's API, which its types do not have yet. */
interface Tools {
  readonly lm: {
    readonly tools: readonly { readonly name: string }[];
    invokeTool(
      name: string,
      options: { readonly input: object; readonly toolInvocationToken: undefined },
      token: vscode.CancellationToken,
    ): Thenable<{ readonly content: readonly { readonly value: string }[] }>;
  };
}

describe('the tool for language models', () => {
  const suite = useExtension();

  async function ask(what: string): Promise<Record<string, unknown>> {
    const { lm } = vscode as unknown as Tools;
    const { token } = new vscode.CancellationTokenSource();
    const { content } = await lm.invokeTool(STATUS_TOOL, { input: { what }, toolInvocationToken: undefined }, token);
    return JSON.parse(content.map(({ value }) => value).join('')) as Record<string, unknown>;
  }

  before(() => setSetting('environments', [{ ...PRODUCTION, name: 'Asked' }]));
  after(() => suite.api.drafts.erase());

  it('tells the report of the last check, as documented, and no password', async () => {
    assert.deepEqual(await ask('lastReport'), { lastReport: null });
    const session = await open(suite, place('locked.pfx'), [password(PASSWORD)]);
    const report = await reportFor(session, 'Asked');
    const answer = await ask('lastReport');
    assert.deepEqual(answer['lastReport'], JSON.parse(JSON.stringify(report)));
    assert.ok(!JSON.stringify(answer).includes(PASSWORD));
  });

  it('tells the environments and their state, without looking anew', async () => {
    suite.api.served.put([look('expiring', { host: 'apps.acme.example', days: 12, sha256: 'CC:DD' })]);
    await suite.api.drafts.add(draftRecord('Asked', { state: { kind: 'submitted', ticket: '99', at: Date.now() } }));
    const { environments } = await ask('environments');
    const [environment] = environments as readonly {
      readonly name: string;
      readonly state: string;
      readonly daysLeft: number;
      readonly route: { readonly id: string };
      readonly hosts: readonly { readonly host: string; readonly certificate: { readonly sha256: string } }[];
      readonly drafts: readonly { readonly state: string; readonly ticket: string; readonly overdue: boolean }[];
    }[];
    assert.ok(environment);
    const { daysLeft, drafts, hosts, name, route, state } = environment;
    assert.deepEqual([name, state, daysLeft, route.id], ['Asked', 'expiring', 12, 'lifetimeWizard']);
    assert.deepEqual(
      hosts.map(({ certificate, host }) => [host, certificate.sha256]),
      [['apps.acme.example', 'CC:DD']],
    );
    assert.deepEqual(
      drafts.map((draft) => [draft.state, draft.ticket, draft.overdue]),
      [['submitted', '99', false]],
    );
  });

  it('says what it can be asked for', async () => {
    assert.match(String((await ask('passwords'))['error']), /lastReport.*environments/);
  });
});
