import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as vscode from 'vscode';
import { draftLanguage } from '../../src/host/drafts/draftLanguage.ts';
import { choose, saveAs } from './support/answers.ts';
import { extension } from './support/extension.ts';
import { pfxFile } from './support/pfxFiles.ts';
import { open, place, reportFor } from './support/sessions.ts';
import { PRODUCTION, QUALITY, setSetting, settingOf, workspaceFile } from './support/settings.ts';
import { useExtension } from './support/useExtension.ts';

const SUBMIT = 'outsystemsSsl.submitCertificate';

describe('language and template of drafts', () => {
  const suite = useExtension();

  before(async () => {
    await setSetting('environments', [PRODUCTION, QUALITY]);
    await setSetting('trustedCertificates', [pfxFile('root.pem')]);
  });
  afterEach(() => setSetting('draftTemplate', undefined));
  after(() => suite.api.drafts.erase());

  const text = (): string => vscode.window.activeTextEditor?.document.getText() ?? assert.fail('an editor is active');

  async function submit(): Promise<void> {
    await reportFor(await open(suite, place('open.pfx'), [choose('Production')]), 'Production');
    await suite.run(SUBMIT);
  }

  function template(content: string): string {
    fs.writeFileSync(workspaceFile('team.md').fsPath, content);
    return 'team.md';
  }

  it('is Portuguese where VS Code is, or the setting says so', async () => {
    assert.deepEqual(
      ['pt', 'pt-br', 'PT-pt', 'en', 'fr', 'ptx'].map((display) => draftLanguage(display)),
      ['pt', 'pt', 'pt', 'en', 'en', 'en'],
    );
    await setSetting('draftLanguage', 'pt');
    assert.equal(draftLanguage('en'), 'pt');
    await submit();
    assert.match(text(), /^# Certificado SSL\/TLS[^]*Assistente de certificados do LifeTime/);
    assert.equal(suite.api.drafts.all.at(-1)?.language, 'pt');
    await setSetting('draftLanguage', 'en');
    assert.equal(draftLanguage('pt'), 'en');
  });

  it('is the team’s own document, filled in', async () => {
    await setSetting('draftTemplate', template('# {{environment.name}}: {{certificate.for}}\n\n{{steps}}\n'));
    await submit();
    assert.match(text(), /^# Production: \\\*\.acme\.example\n\n[^]*SECURE ENDPOINT/);
  });

  it('names an unknown placeholder and its line, and opens the template there', async () => {
    await setSetting('draftTemplate', template('# {{subject}}\n\n{{pasword}}\n'));
    suite.errors.press('Open Template');
    await submit();
    assert.match(
      suite.errors.take().join('|'),
      /^Line 3 of the draft template: there is no placeholder \{\{pasword\}\}/,
    );
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, workspaceFile('team.md').path);
    assert.equal(vscode.window.activeTextEditor.selection.active.line, 2);
  });

  it('says which file is missing or too large', async () => {
    await setSetting('draftTemplate', 'nowhere.md');
    await submit();
    assert.match(suite.errors.take().join('|'), /“nowhere\.md” can’t be read.*outsystemsSsl\.draftTemplate/);
    assert.ok(suite.errors.takeButtons().includes('Open Setting'));
    await setSetting('draftTemplate', template('x'.repeat(200_001)));
    await suite.run(SUBMIT);
    assert.match(suite.errors.take().join('|'), /“team\.md” is over 200 kB/);
  });

  it('is text as Windows writes it too; what is none, is told', async () => {
    await setSetting('draftTemplate', template('\ufeff# {{environment.name}}\r\n{{! left out }}\r\nEnd\r\n'));
    await submit();
    assert.equal(text(), '# Production\nEnd\n');
    for (const [content, message] of [
      [fs.readFileSync(pfxFile('open.pfx')), /“team\.md” is no text in UTF-8/],
      [Buffer.from('\ufeff# {{subject}}', 'utf16le'), /“team\.md” is no text in UTF-8/],
      [Buffer.from(' \r\n'), /“team\.md” is empty/],
    ] as const) {
      fs.writeFileSync(workspaceFile('team.md').fsPath, content);
      await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
      const session = suite.api.editor.sessions.at(-1) ?? assert.fail('the report is open');
      await assert.rejects(session.submit(), message);
    }
  });

  it('is not read in a workspace that is not trusted, whoever named it', async () => {
    const manifest = extension().packageJSON as {
      capabilities: { untrustedWorkspaces: { restrictedConfigurations: readonly string[] } };
    };
    const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    assert.ok(restrictedConfigurations.includes('outsystemsSsl.draftTemplate'));
    await setSetting('draftTemplate', template('{{nonsense}}'));
    const trusted = Object.getOwnPropertyDescriptor(vscode.workspace, 'isTrusted') ?? assert.fail();
    Object.defineProperty(vscode.workspace, 'isTrusted', { ...trusted, get: () => false });
    try {
      await submit();
      assert.match(text(), /^# SSL\/TLS certificate/);
    } finally {
      Object.defineProperty(vscode.workspace, 'isTrusted', trusted);
    }
  });

  it('is saved to begin with, with every placeholder explained, and used if one likes', async () => {
    const target = workspaceFile('to-begin-with.md');
    suite.information.press('Use It');
    await suite.run('outsystemsSsl.createDraftTemplate', [saveAs(target)]);
    assert.equal(suite.information.take().length, 1);
    assert.equal(settingOf('draftTemplate'), 'to-begin-with.md');
    assert.match(fs.readFileSync(target.fsPath, 'utf8'), /certificate\.sha256: SHA-256 thumbprint/);
    await submit();
    assert.match(text(), /^# SSL\/TLS certificate[^]*SECURE ENDPOINT/);
    assert.doesNotMatch(text(), /SHA-256 thumbprint \}\}|\{\{/);
  });
});
