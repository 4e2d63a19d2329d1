import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../ui/support/eventually.ts';
import { PRODUCTION, setSetting, workspaceFile } from './support/settings.ts';
import { useExtension } from './support/useExtension.ts';

describe('settings.json', () => {
  useExtension();

  /** The file in an editor, once the schema has had its say. */
  async function openSettings(): Promise<vscode.TextDocument> {
    const document = await vscode.workspace.openTextDocument(workspaceFile('.vscode/settings.json'));
    await vscode.window.showTextDocument(document);
    return document;
  }

  it('tells what is wrong with an environment', async () => {
    await setSetting('environments', [
      PRODUCTION,
      { name: '', address: 'https://acme.outsystemsenterprise.com', version: '11.28', hosting: 'mine', colour: 'red' },
      { name: 'Lifetime', lifetime: 'ftp://acme' },
    ]);
    const document = await openSettings();
    const expected = [
      /shorter than the minimum length/,
      /A host name without https:\/\//,
      /Four numbers, for example 11\.28\.1\.0/,
      /"cloud", "selfManaged"/,
      /colour is not allowed/,
      /Missing property "address"/,
      /An address such as https:\/\//,
    ];
    await eventually(() => {
      const messages = vscode.languages.getDiagnostics(document.uri).map(({ message }) => message);
      for (const pattern of expected)
        assert.ok(
          messages.some((message) => pattern.test(message)),
          messages.join('\n'),
        );
      assert.equal(messages.length, expected.length, messages.join('\n'));
    });
  });

  it('takes what the commands write, and the whole sound entry', async () => {
    await setSetting('environments', [
      { ...PRODUCTION, lifetime: 'https://acme-lt.outsystemsenterprise.com', fedRamp: false, order: 1 },
    ]);
    await setSetting('expiryWarningDays', 0);
    const document = await openSettings();
    // the one wrong value shows that the schema was asked
    await eventually(() => {
      const diagnostics = vscode.languages.getDiagnostics(document.uri);
      assert.deepEqual(
        diagnostics.map(({ range }) => document.lineAt(range.start).text.trim().replace(/,$/, '')),
        ['"outsystemsSsl.expiryWarningDays": 0'],
      );
    });
    await setSetting('expiryWarningDays', undefined);
  });

  it('offers the fields of an environment and their values', async () => {
    await setSetting('environments', [{ name: 'Half', hosting: '' }]);
    const document = await openSettings();
    const text = document.getText();
    const labelsAt = async (offset: number): Promise<readonly string[]> => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        document.positionAt(offset),
      );
      return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    await eventually(async () => {
      const values = await labelsAt(text.indexOf('"hosting": "') + '"hosting": '.length);
      for (const value of ['"cloud"', '"selfManaged"']) assert.ok(values.includes(value), values.join(', '));
    });
    const fields = await labelsAt(text.indexOf('"name"'));
    for (const field of ['address', 'domains', 'version', 'type', 'fedRamp', 'lifetime', 'order'])
      assert.ok(fields.includes(field), fields.join(', '));
  });
});
