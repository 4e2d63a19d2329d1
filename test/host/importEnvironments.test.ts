import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { netPki } from '../fixtures/netPki.ts';
import { closeServers } from '../fixtures/servers.ts';
import { acceptPicked, choose, chooseMany, confirm, keep, type } from './support/answers.ts';
import { type ChangingLifetime, changingLifetime, noContent } from '../fixtures/changingLifetime.ts';
import { connectProxy } from '../fixtures/connectProxy.ts';
import { environments, json, listed, TOKEN } from '../fixtures/lifetimeServer.ts';
import { draftRecord } from './support/draftRecords.ts';
import { setSetting, settingOf } from './support/settings.ts';
import { useExtension } from './support/useExtension.ts';

const IMPORT = 'outsystemsSsl.importEnvironments';
const REFRESH = 'outsystemsSsl.refreshEnvironments';

const DEVELOPMENT_API = listed({
  Key: 'b',
  Name: 'Development',
  Order: 1,
  HostName: 'acme-dev.outsystemsenterprise.com',
  EnvironmentType: 'Development',
});
const PRODUCTION_API = listed({ Order: 2 });

describe('importing environments from LifeTime', () => {
  const suite = useExtension();
  let lifetime: ChangingLifetime;

  const development = () => ({
    name: 'Development',
    address: 'acme-dev.outsystemsenterprise.com',
    version: '11.0.110.0',
    hosting: 'cloud',
    type: 'Development',
    lifetime: lifetime.origin,
    order: 1,
  });
  const production = () => ({
    ...development(),
    name: 'Production',
    address: 'acme.outsystemsenterprise.com',
    type: 'Production',
    order: 2,
  });

  before('trust the server’s root', () => setSetting('trustedCertificates', [netPki().path('root.pem')]));
  beforeEach('start a LifeTime', async () => {
    await setSetting('environments', undefined);
    lifetime = await changingLifetime([DEVELOPMENT_API, PRODUCTION_API]);
  });
  afterEach('forget it', async () => {
    closeServers();
    const { tokens } = suite.api.services;
    for (const address of tokens.addresses) await tokens.forget(address);
  });

  it('asks for address and token, shows what is new, asks where it goes, and writes it', async () => {
    await suite.run(IMPORT, [
      type(`${lifetime.host}/lifetime`, '', 'acme lt', 'ftp://acme-lt.outsystemsenterprise.com', 'https://a.example/x'),
      type(` Bearer ${TOKEN}`, '', 'two words', 'tökén'),
      acceptPicked('Development', 'Production'),
      choose('Workspace settings'),
    ]);
    assert.deepEqual(settingOf('environments'), [development(), production()]);
    assert.deepEqual(suite.information.take(), [`Environments from ${lifetime.host}: 2 added, 0 changed, 0 removed.`]);
    assert.deepEqual(suite.information.takeButtons(), ['Show']);
    assert.deepEqual(
      suite.prompts.asked('input').map(({ secret }) => secret),
      [undefined, true],
    );
    const [list] = suite.prompts.asked('pickMany');
    assert.deepEqual(
      list?.groups.map(({ items }) => items.map(({ label, description, detail }) => [label, description, detail])),
      [
        [
          ['Development', 'acme-dev.outsystemsenterprise.com', 'Development · 11.0.110.0 · OutSystems cloud'],
          ['Production', 'acme.outsystemsenterprise.com', 'Production · 11.0.110.0 · OutSystems cloud'],
        ],
        [],
        [],
      ],
    );
    assert.deepEqual(suite.api.services.tokens.addresses, [lifetime.origin]);
    assert.equal(await suite.api.services.tokens.get(lifetime.origin), TOKEN);
  });

  it('writes to the user’s settings where that is chosen', async () => {
    await suite.run(IMPORT, [type(lifetime.host), type(TOKEN), chooseMany('Production'), choose('User settings')]);
    const written = vscode.workspace.getConfiguration('outsystemsSsl').inspect('environments');
    await vscode.workspace
      .getConfiguration('outsystemsSsl')
      .update('environments', undefined, vscode.ConfigurationTarget.Global);
    assert.deepEqual([written?.globalValue, written?.workspaceValue], [[production()], undefined]);
    assert.match(suite.information.take().join('|'), /1 added/);
  });

  it('numbers its steps; Back leads to the one before, which keeps its answer', async () => {
    await suite.run(IMPORT, [
      type('https://elsewhere.example'),
      'back',
      type(lifetime.host),
      type(TOKEN),
      'back',
      'back',
      // now with a token
      keep(lifetime.host),
      acceptPicked('Development', 'Production'),
      'back',
      'cancel',
    ]);
    assert.equal(lifetime.asked.length, 2, 'Back to the list asks LifeTime nothing');
    assert.deepEqual(
      suite.prompts.asked('pickMany').map(({ step }) => step),
      [
        { step: 3, totalSteps: 4 },
        { step: 2, totalSteps: 3 },
        { step: 2, totalSteps: 3 },
      ],
    );
    assert.equal(settingOf('environments'), undefined);
  });

  it('refreshes: tells each change, keeps what the person added, takes out what is gone only where it is picked', async () => {
    const own = {
      ...production(),
      domains: ['apps.acme.example'],
      version: '11.20.0.0',
      contact: 'ops@acme.example',
    };
    const gone = { ...development(), name: 'Old', address: 'acme-old.outsystemsenterprise.com' };
    const other = { ...development(), name: 'Other', lifetime: 'https://other-lt.outsystemsenterprise.com' };
    const setting = [own, 'broken', gone, other];
    await setSetting('environments', setting);
    await suite.api.services.tokens.keep(lifetime.origin, TOKEN);
    lifetime.answer = environments([PRODUCTION_API]);

    await suite.run(REFRESH, [acceptPicked('Production')], { environment: production() });
    const [list] = suite.prompts.asked('pickMany');
    assert.deepEqual(
      list?.groups.map(({ items }) => items.map(({ label, detail, picked }) => [label, detail, picked])),
      [
        [],
        [['Production', 'version: 11.20.0.0 → 11.0.110.0', true]],
        [['Old', 'Picked, it is removed from the settings', false]],
      ],
    );
    assert.deepEqual(settingOf('environments'), [{ ...own, version: '11.0.110.0' }, 'broken', gone, other]);
    assert.deepEqual(suite.information.take(), [`Environments from ${lifetime.host}: 0 added, 1 changed, 0 removed.`]);

    await suite.run(REFRESH, [chooseMany('Old')], { environment: production() });
    assert.deepEqual(settingOf('environments'), [{ ...own, version: '11.0.110.0' }, 'broken', other]);
    assert.match(suite.information.take().join('|'), /0 added, 0 changed, 1 removed/);

    await suite.run(REFRESH, [], { environment: production() });
    assert.match(suite.information.take().join('|'), /^1 environment in LifeTime at .* have them all/);
    assert.equal(suite.prompts.asked('input').length, 0, 'neither address nor token is asked for');
  });

  it('leaves a name that the person gave, and offers one that LifeTime has changed', async () => {
    await suite.run(IMPORT, [
      type(lifetime.host),
      type(TOKEN),
      acceptPicked('Development', 'Production'),
      choose('Workspace settings'),
    ]);
    const mine = [development(), { ...production(), name: 'Live' }];
    await setSetting('environments', mine);
    suite.information.take();
    await suite.run(REFRESH);
    assert.match(suite.information.take().join('|'), /have them all/);
    lifetime.answer = environments([DEVELOPMENT_API, { ...PRODUCTION_API, Name: 'Production 1' }]);
    await suite.run(REFRESH, [chooseMany()]);
    const [list] = suite.prompts.asked('pickMany').slice(-1);
    assert.deepEqual(
      list?.groups.map(({ items }) => items.map(({ label, detail }) => [label, detail])),
      [[], [['Live', 'name: Live → Production 1']], []],
    );
    await suite.run(REFRESH);
    assert.match(suite.information.take().join('|'), /Nothing was picked.*\|.*have them all/);
    assert.deepEqual(settingOf('environments'), mine);
    await suite.api.drafts.add(draftRecord('Live'));
    lifetime.answer = environments([DEVELOPMENT_API, { ...PRODUCTION_API, Name: 'Production 2' }]);
    await suite.run(REFRESH, [chooseMany('Live')]);
    suite.information.take();
    const [draft] = suite.api.drafts.all;
    assert.equal(draft?.environments[0]?.name, 'Production 2', 'drafts go with the name');
    await suite.api.drafts.erase();
  });

  it('refreshes from the LifeTime that there is, and asks which where there are several', async () => {
    await setSetting('environments', [development(), production()]);
    await suite.api.services.tokens.keep(lifetime.origin, TOKEN);
    await suite.run(REFRESH);
    assert.match(suite.information.take().join('|'), /have them all/);
    const other = { ...development(), name: 'Other', lifetime: 'https://other-lt.outsystemsenterprise.com' };
    await setSetting('environments', [development(), production(), other]);
    await suite.run(REFRESH, [choose(lifetime.host)]);
    assert.match(suite.information.take().join('|'), /have them all/);
    // or that of the group in the tree
    const group = suite.api.tree.getChildren().find(({ label }) => label === lifetime.host);
    assert.equal(group?.contextValue, 'lifetime');
    await suite.run(REFRESH, [], group);
    assert.match(suite.information.take().join('|'), /have them all/);
    await setSetting('environments', []);
    // nothing to refresh: the import
    await suite.run(REFRESH, ['cancel']);
    assert.equal(suite.prompts.asked('pick').at(-1)?.title, 'Import Environments from LifeTime');
  });

  it('proposes the addresses that it knows', async () => {
    await setSetting('environments', [
      { ...development(), lifetime: 'http://acme-lt.outsystemsenterprise.com/lifetime/' },
      { ...production(), lifetime: 'https://acme-lt.outsystemsenterprise.com' },
    ]);
    await suite.api.services.tokens.keep(lifetime.origin, TOKEN);
    lifetime.answer = noContent;
    await suite.run(IMPORT, [choose(lifetime.host)]);
    const [known] = suite.prompts.asked('pick');
    assert.deepEqual(
      known?.items.map(({ label, description }) => [label, description]),
      [
        ['acme-lt.outsystemsenterprise.com', '2 environments'],
        [lifetime.host, 'token is kept'],
        ['$(add) Another address…', undefined],
      ],
    );
    assert.match(suite.information.take().join('|'), /answers that it has no environments/);
  });

  it('asks for the token once more where LifeTime refuses it, with the reason beside the box', async () => {
    await setSetting('environments', [production()]);
    await suite.api.services.tokens.keep(lifetime.origin, 'an-old-token');
    await suite.run(REFRESH, [type('another-wrong-one'), type(TOKEN), chooseMany()], { environment: production() });
    const [first, second] = suite.prompts.asked('input');
    assert.match(first?.reason ?? '', /token/);
    assert.equal(second?.reason, first?.reason);
    assert.equal(await suite.api.services.tokens.get(lifetime.origin), TOKEN);
    assert.deepEqual(suite.information.take(), ['Nothing was picked, so nothing was changed.']);
    assert.deepEqual(settingOf('environments'), [production()]);
  });

  it('does not keep a token that LifeTime did not take', async () => {
    await suite.run(IMPORT, [type(lifetime.host), type('wrong'), 'cancel']);
    assert.deepEqual(suite.api.services.tokens.addresses, []);
    assert.equal(await suite.api.services.tokens.get(lifetime.origin), undefined);
  });

  it('tells what went wrong, and what can be done', async () => {
    lifetime.answer = json(500, { Errors: ['Out of order'], StatusCode: 500 });
    suite.errors.press('Try Again', 'Change Address…');
    await suite.run(IMPORT, [type(lifetime.host), type(TOKEN), 'cancel']);
    assert.equal(lifetime.asked.length, 2);
    assert.deepEqual(
      suite.errors.take().map((message) => message.includes('“Out of order”')),
      [true, true],
    );
    assert.ok(suite.errors.takeButtons().includes('Show Log'));
    assert.equal(suite.prompts.asked('input').at(-1)?.value, lifetime.host);
  });

  it('sends no token to a server that it does not trust, and leads to the setting that can mend it', async () => {
    await setSetting('trustedCertificates', []);
    await suite.run(IMPORT, [type(lifetime.host), type(TOKEN)]);
    await setSetting('trustedCertificates', [netPki().path('root.pem')]);
    assert.deepEqual(lifetime.asked, []);
    assert.match(
      suite.errors.take().join('|'),
      /^The certificate of localhost:\d+ is not trusted.*“Acme Net Root”[^|]*$/,
    );
    assert.ok(suite.errors.takeButtons().includes('Trusted Certificates'));
  });

  it('goes through VS Code’s proxy', async () => {
    const { url, asked } = await connectProxy();
    const port = lifetime.host.replace('localhost:', '');
    const http = vscode.workspace.getConfiguration('http');
    await http.update('proxy', url, vscode.ConfigurationTarget.Global);
    await http.update('proxyAuthorization', 'Basic YWNtZTpwcm94eQ==', vscode.ConfigurationTarget.Global);
    try {
      await suite.run(IMPORT, [type(`lifetime.acme.example:${port}`), type(TOKEN), 'cancel']);
    } finally {
      await http.update('proxy', undefined, vscode.ConfigurationTarget.Global);
      await http.update('proxyAuthorization', undefined, vscode.ConfigurationTarget.Global);
    }
    assert.deepEqual(asked, [`lifetime.acme.example:${port} Basic YWNtZTpwcm94eQ==`]);
    assert.equal(lifetime.asked.length, 1);
  });

  it('ends without a word when it is cancelled while it waits', async () => {
    const { withProgress } = vscode.window;
    const cancelled = new vscode.CancellationTokenSource();
    lifetime.answer = () => cancelled.cancel(); // and never answers
    Object.assign(vscode.window, {
      withProgress: (_options: unknown, task: (progress: unknown, token: vscode.CancellationToken) => unknown) =>
        task({ report: () => undefined }, cancelled.token),
    });
    try {
      await suite.run(IMPORT, [type(lifetime.host), type(TOKEN)]);
    } finally {
      Object.assign(vscode.window, { withProgress });
    }
    assert.equal(lifetime.asked.length, 1);
    assert.deepEqual(suite.api.services.tokens.addresses, []);
  });

  it('asks before it sends a token to an address of settings that are not trusted', async () => {
    await setSetting('environments', [production()]);
    await suite.api.services.tokens.keep(lifetime.origin, TOKEN);
    const trusted = Object.getOwnPropertyDescriptor(vscode.workspace, 'isTrusted');
    assert.ok(trusted?.configurable);
    Object.defineProperty(vscode.workspace, 'isTrusted', { ...trusted, get: () => false });
    try {
      await suite.run(REFRESH, ['cancel'], { environment: production() });
      await suite.run(IMPORT, [choose(lifetime.host), 'cancel']);
      assert.deepEqual(lifetime.asked, []);
      assert.ok(suite.prompts.asked('confirm').every(({ message }) => message.includes(lifetime.host)));
      await suite.run(REFRESH, [confirm(), 'cancel'], { environment: production() });
      assert.equal(lifetime.asked.length, 1);
    } finally {
      Object.defineProperty(vscode.workspace, 'isTrusted', trusted);
    }
  });

  it('does not overwrite a setting that is no list, or that changes while it asks', async () => {
    await setSetting('environments', { Production: {} });
    await suite.run(IMPORT);
    assert.match(suite.errors.take().join('|'), /not a list/);
    await setSetting('environments', [production()]);
    const meanwhile = chooseMany('Development');
    await suite.run(IMPORT, [
      choose(lifetime.host),
      type(TOKEN),
      {
        to: 'pickMany',
        give: async (question) => {
          await setSetting('environments', [production(), development()]);
          return meanwhile.give(question);
        },
      },
    ]);
    assert.match(suite.errors.take().join('|'), /changed meanwhile/);
    assert.deepEqual(settingOf('environments'), [production(), development()]);
  });

  it('replaces and forgets tokens', async () => {
    const { tokens } = suite.api.services;
    for (const command of ['replaceLifetimeToken', 'forgetLifetimeToken']) {
      await suite.run(`outsystemsSsl.${command}`);
      assert.match(suite.errors.take().join('|'), /No LifeTime token is kept/);
    }
    await tokens.keep('https://a-lt.acme.example', 'first');
    await suite.run('outsystemsSsl.replaceLifetimeToken', [type('second')]);
    assert.equal(await tokens.get('https://a-lt.acme.example'), 'second');
    await tokens.keep('https://b-lt.acme.example:8443', 'other');
    await suite.run('outsystemsSsl.replaceLifetimeToken', [choose('b-lt.acme.example:8443'), 'cancel']);
    await suite.run('outsystemsSsl.forgetLifetimeToken', [choose('a-lt.acme.example'), 'cancel']);
    assert.deepEqual(tokens.addresses, ['https://a-lt.acme.example', 'https://b-lt.acme.example:8443']);
    await suite.run('outsystemsSsl.forgetLifetimeToken', [choose('a-lt.acme.example'), confirm()]);
    assert.deepEqual(tokens.addresses, ['https://b-lt.acme.example:8443']);
    assert.equal(await tokens.get('https://a-lt.acme.example'), undefined);
    assert.equal(await tokens.get('https://b-lt.acme.example:8443'), 'other');
  });
});
