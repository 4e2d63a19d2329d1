import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { eventually } from '../ui/support/eventually.ts';
import { acceptPicked, choose, confirm, password, saveAs, type } from './support/answers.ts';
import { CapturedOutside } from './support/capturedOutside.ts';
import { extension } from './support/extension.ts';
import { look } from './support/looks.ts';
import { PASSWORD, pfxFile } from './support/pfxFiles.ts';
import { open, place, reportFor } from './support/sessions.ts';
import { DEVELOPMENT, PRODUCTION, QUALITY, setSetting, workspaceFile } from './support/settings.ts';
import { ShownMessages } from './support/shownMessages.ts';
import { useExtension } from './support/useExtension.ts';

const SUBMIT = 'outsystemsSsl.submitCertificate';
const NEW_CASE = 'https://www.outsystems.com/goto/submit-support-case';
const OWN_CASES = 'https://www.outsystems.com/SupportPortal/Support/';
const LIFETIME = 'https://acme-lt.outsystemsenterprise.com';

/** An environment of each way, by the name that a test gives it. */
const ROUTES = {
  Ticket: { ...DEVELOPMENT, lifetime: LIFETIME },
  Wizard: { ...PRODUCTION, lifetime: LIFETIME },
  Unknown: { ...PRODUCTION, version: undefined, lifetime: LIFETIME },
  Lifetime: { ...PRODUCTION, address: 'acme-lt.outsystemsenterprise.com', lifetime: LIFETIME },
  FedRamp: { ...PRODUCTION, fedRamp: true },
  Own: { ...PRODUCTION, hosting: 'selfManaged' },
  Personal: { ...PRODUCTION, address: 'personal-acme.outsystemscloud.com' },
  Odc: { ...PRODUCTION, address: 'acme.outsystems.app' },
} as const;

type Route = keyof typeof ROUTES;

/** From domain.md: what is sent, or the first words of what to do; and what of the Support Portal is opened. */
const OUTCOMES: Readonly<Record<Route, readonly [copied: RegExp, portal: readonly string[]]>> = {
  Ticket: [/^Ticket number: ____[^]*PFX password: ____$/, [OWN_CASES]],
  Wizard: [/^LifeTime’s certificate wizard refuses/, [NEW_CASE]],
  Unknown: [/^Ticket number: ____[^]*LifeTime’s certificate wizard refuses/, [NEW_CASE, OWN_CASES]],
  Lifetime: [/LifeTime/, [NEW_CASE]],
  FedRamp: [/FedRAMP/, [NEW_CASE]],
  Own: [/^# SSL\/TLS certificate/, [NEW_CASE, OWN_CASES]],
  Personal: [/^# SSL\/TLS certificate/, [NEW_CASE, OWN_CASES]],
  Odc: [/^# SSL\/TLS certificate/, [NEW_CASE, OWN_CASES]],
};

function active(): vscode.TextDocument {
  return vscode.window.activeTextEditor?.document ?? assert.fail('an editor is active');
}

async function lenses(document: vscode.TextDocument): Promise<readonly vscode.CodeLens[]> {
  return vscode.commands.executeCommand('vscode.executeCodeLensProvider', document.uri, 1000);
}

async function press(document: vscode.TextDocument, title: string): Promise<void> {
  const found = (await lenses(document)).find(({ command }) => command?.title.endsWith(title));
  const { command = assert.fail(`a lens “${title}”`) } = found ?? {};
  await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

const clipboard = (): Thenable<string> => vscode.env.clipboard.readText();

describe('handing over', () => {
  const suite = useExtension();
  let outside = new CapturedOutside();

  before(() => setSetting('trustedCertificates', [pfxFile('root.pem')]));
  beforeEach(() => {
    outside = new CapturedOutside();
    suite.api.services.outside = outside;
  });
  after(() => suite.api.drafts.erase());

  /** The draft of a good file for one environment. */
  async function draftFor(route: Route): Promise<vscode.TextDocument> {
    await setSetting('environments', [{ ...ROUTES[route], name: route }]);
    const session = await open(suite, place('locked.pfx'), [password(PASSWORD)]);
    await reportFor(session, route);
    const errors = session.report?.findings.some(({ severity }) => severity === 'error');
    await suite.run(SUBMIT, errors ? [confirm()] : []);
    return active();
  }

  for (const route of Object.keys(ROUTES) as Route[])
    it(`leads from the report to the copied text, and opens nothing but what it must: ${route}`, async () => {
      const document = await draftFor(route);
      const [copied, portal] = OUTCOMES[route];
      await press(document, 'Copy All');
      assert.match(await clipboard(), copied);
      assert.ok(!(await clipboard()).includes(PASSWORD));
      const titles = (await lenses(document)).map(({ command }) => command?.title ?? '');
      const entry = ROUTES[route];
      const lifetime = 'lifetime' in entry ? entry.lifetime : undefined;
      if (lifetime === undefined) assert.ok(!titles.some((title) => title.includes('LifeTime')), titles.join());
      else await press(document, 'Open LifeTime');
      for (const [index, url] of portal.entries()) {
        if (portal.length > 1) suite.prompts.expect(choose(url === NEW_CASE ? 'Open a new case' : 'See your cases'));
        await press(document, 'Open Support Portal');
        assert.equal(outside.opened.at(-1), url, `${index}`);
      }
      assert.deepEqual(outside.opened, [...(lifetime === undefined ? [] : [`${LIFETIME}/lifetime`]), ...portal]);
      assert.equal(suite.api.drafts.all.at(-1)?.environments[0]?.name, route);
    });

  it('has a lens above each value, found again after it was edited', async () => {
    const document = await draftFor('Wizard');
    await press(document, 'Copy Certificate Name');
    assert.match(await clipboard(), /^Wildcard[A-Za-z0-9]+$/);
    const line = document
      .getText()
      .split('\n')
      .findIndex((text) => text.includes('**Certificate Name:**'));
    await vscode.window.activeTextEditor?.edit((edit) => {
      edit.replace(document.lineAt(line).range, '- **Certificate Name:** `MyOwnName`');
      edit.insert(new vscode.Position(0, 0), 'A line above.\n\n');
    });
    const found = (await lenses(document)).find(({ command }) => command?.title.endsWith('Copy Certificate Name'));
    assert.equal(found?.range.start.line, line + 2);
    await press(document, 'Copy Certificate Name');
    assert.equal(await clipboard(), 'MyOwnName');
    // without a lens: the value at the cursor
    const editor = vscode.window.activeTextEditor ?? assert.fail();
    editor.selection = new vscode.Selection(line + 1, 0, line + 1, 0);
    await suite.run('outsystemsSsl.copyField');
    assert.equal(await clipboard(), '*.acme.example', 'the field “Domain” stands above');
    await suite.run('outsystemsSsl.copyField', [], document.uri, 'gone');
    assert.match(suite.errors.take().join('|'), /no such value/);
  });

  it('has no lens in other documents', async () => {
    await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument({ language: 'markdown', content: '**Domain:** `x`' }),
    );
    assert.deepEqual(await lenses(active()), []);
    for (const command of ['copyDraft', 'copyField', 'openLifetime', 'saveDraft', 'copyPassword'])
      await suite.run(`outsystemsSsl.${command}`);
    assert.match(suite.errors.take().join('|'), /^(Open a draft first[^|]*\|?){5}$/);
    assert.deepEqual(outside.opened, []);
  });

  it('is saved as it was edited, and the file has the same actions in its place', async () => {
    const document = await draftFor('Wizard');
    await vscode.window.activeTextEditor?.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Mine.\n\n'));
    const text = document.getText();
    const target = workspaceFile('handed-over.md');
    suite.prompts.expect(saveAs(target));
    await press(document, 'Save to Workspace…');
    assert.equal(fs.readFileSync(target.fsPath, 'utf8'), text);
    assert.match(suite.prompts.asked('saveFile')[0]?.name ?? '', /^SSL-TLS-certificate[\w.-]+Wizard\.md$/);
    assert.equal(active().uri.toString(), target.toString());
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
    assert.ok(!tabs.some((label) => label.startsWith('Untitled') || label.startsWith('Mine')), tabs.join());
    await press(active(), 'Copy Certificate Name');
    assert.match(await clipboard(), /^Wildcard[A-Za-z0-9]+$/);
    await press(active(), 'Copy PFX Password');
    assert.equal(await clipboard(), PASSWORD);
    suite.prompts.expect(type('815'));
    await press(active(), 'Mark as Submitted…');
    const state = suite.api.drafts.all.at(-1)?.state;
    assert.equal(state?.kind === 'submitted' && state.ticket, '815');
    await suite.api.drafts.erase();
    assert.deepEqual(await lenses(active()), [], 'without the history it is a file like any other');
  });

  it('asks before it saves a draft into which the password was written', async () => {
    const document = await draftFor('Ticket');
    await vscode.window.activeTextEditor?.edit((edit) => edit.insert(new vscode.Position(0, 0), PASSWORD));
    suite.prompts.expect('cancel');
    await press(document, 'Save to Workspace…');
    assert.match(suite.prompts.asked('confirm')[0]?.message ?? '', /password of the PFX stands in this draft/);
    assert.equal(suite.prompts.asked('saveFile').length, 0);
    // saved by VS Code itself: told afterwards
    const warnings = new ShownMessages('showWarningMessage');
    try {
      const saved = workspaceFile('with-password.md');
      suite.prompts.expect(confirm(), saveAs(saved));
      await press(document, 'Save to Workspace…');
      assert.deepEqual(warnings.take(), []);
      await vscode.window.activeTextEditor?.edit((edit) => edit.insert(new vscode.Position(0, 0), 'x'));
      assert.ok(await active().save());
      await eventually(() =>
        assert.match(warnings.take().join('|'), /password of the PFX stands in with-password\.md/),
      );
      const start = new vscode.Range(0, 0, 0, PASSWORD.length + 1);
      await vscode.window.activeTextEditor?.edit((edit) => edit.delete(start));
      assert.ok(await active().save());
      assert.deepEqual(warnings.take(), []);
    } finally {
      warnings.dispose();
    }
  });

  it('is marked as submitted from the document', async () => {
    const document = await draftFor('Ticket');
    suite.prompts.expect(type('4711'));
    await press(document, 'Mark as Submitted…');
    const state = suite.api.drafts.all.at(-1)?.state;
    assert.deepEqual(state?.kind === 'submitted' && state.ticket, '4711');
  });

  it('proposes a certificate name that no earlier certificate has, and the same one for the same certificate', async () => {
    await suite.api.drafts.erase();
    await draftFor('Wizard');
    const names = (): (string | null)[] => suite.api.drafts.all.map(({ certificateName }) => certificateName);
    await setSetting('draftLanguage', 'pt');
    await draftFor('Wizard');
    await setSetting('draftLanguage', undefined);
    assert.deepEqual([names().length, new Set(names()).size], [2, 1]);
    suite.prompts.expect(type(''));
    await suite.run('outsystemsSsl.markSubmitted');
    await draftFor('Wizard');
    assert.equal(names().at(-1), `${names()[0]}v2`);
  });

  it('is the same one where nothing has changed: what was written into it and its ticket stay', async () => {
    await suite.api.drafts.erase();
    const document = await draftFor('Ticket');
    await vscode.window.activeTextEditor?.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Mine.\n\n'));
    suite.prompts.expect(type('4711'));
    await press(document, 'Mark as Submitted…');
    const [session = assert.fail()] = suite.api.editor.sessions;
    await session.submit();
    const again = active();
    assert.equal(again.uri.toString(), document.uri.toString());
    assert.match(again.getText(), /^Mine\./);
    assert.deepEqual(
      suite.api.drafts.all.map(({ state }) => state.kind === 'submitted' && state.ticket),
      ['4711'],
    );
    await press(again, 'Copy PFX Password');
    assert.equal(await clipboard(), PASSWORD);
  });

  it('tells what the last look saw of the DNS', async () => {
    const dnsLook = { verdict: 'loadBalancer', aliases: ['acme-123.elb.amazonaws.com'] } as const;
    suite.api.served.put([look('good', { host: 'apps.acme.example', days: 90, dnsLook })]);
    const document = await draftFor('Wizard');
    assert.match(document.getText(), /apps\.acme\.example CNAME acme\.outsystemsenterprise\.com`: [^\n]*acme-123\.elb/);
  });

  it('is one draft for several environments, those that the certificate serves picked from the start', async () => {
    const other = { ...QUALITY, name: 'Other', domains: ['shop.other.example'] };
    await setSetting('environments', [DEVELOPMENT, PRODUCTION, other]);
    const session = await open(suite, place('open.pfx'), [choose('Production')]);
    await reportFor(session, 'Production');
    await suite.run('outsystemsSsl.submitForSeveral', [acceptPicked('Production', 'Development')]);
    const text = active().getText();
    for (const fact of ['Activate SSL/TLS', 'SECURE ENDPOINT', 'apps-dev.acme.example', 'www.acme.example'])
      assert.ok(text.includes(fact), fact);
    assert.ok(!text.includes('shop.other.example'));
    const record = suite.api.drafts.all.at(-1);
    assert.deepEqual(
      record?.environments.map(({ name, route }) => [name, route]),
      [
        ['Production', 'lifetimeWizard'],
        ['Development', 'lifetimeTicket'],
      ],
    );
    const nodes = suite.api.tree.getChildren().slice(0, 2);
    const children = await Promise.all(nodes.map(async (node) => suite.api.tree.getChildren(node)));
    for (const drafts of children)
      assert.ok(
        drafts.some(({ id }) => id?.endsWith(record?.id ?? '?')),
        'listed under both',
      );
  });

  describe('the password', () => {
    it('is copied for a minute while the report is open, and stands in no document', async () => {
      const document = await draftFor('Ticket');
      await press(document, 'Copy PFX Password');
      assert.equal(await clipboard(), PASSWORD);
      outside.pass(59_000);
      assert.equal(await clipboard(), PASSWORD);
      outside.pass(1000);
      await eventually(async () => assert.equal(await clipboard(), ''));
      assert.ok(!document.getText().includes(PASSWORD));
    });

    it('is taken away at once where VS Code ends the extension, and nothing else is', async () => {
      const document = await draftFor('Ticket');
      const main = path.join(extension().extensionPath, 'dist', 'extension.js');
      const { deactivate } = require(main) as { deactivate: () => Promise<void> };
      await press(document, 'Copy PFX Password');
      await deactivate();
      assert.equal(await clipboard(), '');
      await press(document, 'Copy PFX Password');
      await vscode.env.clipboard.writeText('something else');
      await deactivate();
      assert.equal(await clipboard(), 'something else');
    });

    it('does not take away what was copied since, and counts from the last time', async () => {
      const document = await draftFor('Ticket');
      await press(document, 'Copy PFX Password');
      await vscode.env.clipboard.writeText('something else');
      outside.pass(60_000);
      // whatever is done about it takes a reading and a writing
      for (let reading = 0; reading < 5; reading++) assert.equal(await clipboard(), 'something else');
      await press(document, 'Copy Reply to the ticket');
      assert.match(await clipboard(), /^Ticket number/);
      await press(document, 'Copy PFX Password');
      outside.pass(30_000);
      await press(document, 'Copy PFX Password');
      outside.pass(59_000);
      assert.equal(await clipboard(), PASSWORD);
      outside.pass(1000);
      await eventually(async () => assert.equal(await clipboard(), ''));
    });

    it('is not to be had once the report is closed', async () => {
      const document = await draftFor('Ticket');
      const [tab] = vscode.window.tabGroups.all.flatMap(({ tabs }) =>
        tabs.filter(({ input }) => input instanceof vscode.TabInputCustom),
      );
      await vscode.window.tabGroups.close(tab ?? assert.fail());
      await eventually(async () => {
        const titles = (await lenses(document)).map(({ command }) => command?.title);
        assert.ok(!titles.includes('$(key) Copy PFX Password'), titles.join());
      });
      await suite.run('outsystemsSsl.copyPassword', [], document.uri);
      assert.match(suite.errors.take().join('|'), /only while the report/);
    });
  });
});
