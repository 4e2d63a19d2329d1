import * as assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { PLACEHOLDERS } from '../../src/core/tickets/placeholders.ts';
import { eventually } from '../ui/support/eventually.ts';
import { chooseMany, confirm, password } from './support/answers.ts';
import { PASSWORD, pfxFile } from './support/pfxFiles.ts';
import { open, place, reportFor } from './support/sessions.ts';
import { DEVELOPMENT, PRODUCTION, setSetting, workspaceFile } from './support/settings.ts';
import { useExtension } from './support/useExtension.ts';

const ROUTES = [
  DEVELOPMENT,
  PRODUCTION,
  { ...PRODUCTION, version: undefined },
  { ...PRODUCTION, fedRamp: true },
  { ...PRODUCTION, lifetime: `https://${PRODUCTION.address}` },
  { ...PRODUCTION, hosting: 'selfManaged' },
  { ...PRODUCTION, address: 'personal-acme.outsystemscloud.com' },
  { ...PRODUCTION, address: 'acme.outsystems.app' },
].map((environment, index) => ({ ...environment, name: `Route ${index}` }));

describe('secrets, in all that handing over leaves behind', () => {
  const suite = useExtension();

  before(async () => {
    await suite.api.drafts.erase();
    await setSetting('environments', ROUTES);
    await setSetting('trustedCertificates', [pfxFile('root.pem')]);
    const all = Object.keys(PLACEHOLDERS).map((name) => `{{${name}}} \`{{${name}}}\``);
    fs.writeFileSync(workspaceFile('all.md').fsPath, all.join('\n\n'));
  });
  after(() => suite.api.drafts.erase());

  it('are in no draft, history, setting, log nor answer to a language model', async function () {
    this.timeout(90_000);
    const uri = place('locked.pfx');
    const texts: string[] = [];
    const first = await open(suite, uri, [password(PASSWORD), 'cancel']);
    await reportFor(first, null);
    for (const [language, template] of [
      ['en', ''],
      ['pt', ''],
      ['en', 'all.md'],
    ] as const) {
      await setSetting('draftLanguage', language);
      await setSetting('draftTemplate', template);
      for (const { name } of ROUTES) {
        await first.setEnvironment(name);
        const report = await reportFor(first, name);
        const errors = report.findings.some(({ severity }) => severity === 'error');
        suite.prompts.expect(...(errors ? [confirm()] : []));
        await first.submit();
        const text = vscode.window.activeTextEditor?.document.getText() ?? '';
        assert.ok(text.includes('acme'), text);
        texts.push(text);
      }
    }
    for (const command of ['draftClientCertificate', 'draftSecureEndpoints']) {
      await suite.run(`outsystemsSsl.${command}`, [chooseMany('Route 0', 'Route 1')]);
      texts.push(vscode.window.activeTextEditor?.document.getText() ?? '');
    }
    await suite.run('outsystemsSsl.copyPassword', [], vscode.Uri.parse('untitled:none'));
    assert.equal(suite.errors.take().length, 1);

    const { drafts, features, history, store } = suite.api;
    assert.equal(drafts.all.length, texts.length);
    const places: Readonly<Record<string, string>> = {
      drafts: texts.join('\n'),
      history: JSON.stringify([drafts.all, ROUTES.map(({ name }) => history.of(name))]),
      settings: JSON.stringify(store.raw) + JSON.stringify(vscode.workspace.getConfiguration('outsystemsSsl')),
      languageModel: features.status({ what: 'lastReport' }) + features.status({ what: 'environments' }),
      log: await logs(),
    };
    const key = createPrivateKey(fs.readFileSync(pfxFile('root.pem').replace(/root\.pem$/, 'leaf.key')));
    const { d = assert.fail() } = key.export({ format: 'jwk' });
    const secret = Buffer.from(d, 'base64url');
    const forms = [
      PASSWORD,
      encodeURIComponent(PASSWORD),
      Buffer.from(PASSWORD).toString('base64').slice(0, -4),
      'PRIVATE KEY',
      d,
      secret.toString('base64').slice(0, -4),
      secret.toString('hex'),
    ];
    for (const [name, text] of Object.entries(places))
      for (const form of forms) assert.ok(!text.includes(form), `${form.slice(0, 6)}… in ${name}`);
    const folder = path.dirname(uri.fsPath);
    for (const form of [folder, encodeURIComponent(folder)])
      assert.ok(!(places['drafts'] ?? '').includes(form), 'the folder of the file is in no draft');
  });

  /** Whatever this extension has written to its log; VS Code writes it when it likes. */
  async function logs(): Promise<string> {
    suite.api.features.services.log.error('the log is read');
    let text = '';
    await eventually(() => {
      const files = fs.existsSync(suite.api.logFolder) ? fs.readdirSync(suite.api.logFolder) : [];
      text = files.map((each) => fs.readFileSync(path.join(suite.api.logFolder, each), 'utf8')).join('\n');
      assert.match(text, /the log is read/);
    });
    return text;
  }
});
