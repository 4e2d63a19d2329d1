import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension in a real extension host', () => {
  it('activates', async () => {
    const extension = vscode.extensions.getExtension('outsystems-ssl.outsystems-ssl');
    assert.ok(extension, 'VS Code knows the extension');
    await extension.activate();
    assert.ok(extension.isActive);
  });

  it('registers every command that its manifest contributes', async () => {
    const extension = vscode.extensions.getExtension('outsystems-ssl.outsystems-ssl');
    const manifest = extension?.packageJSON as { contributes?: { commands?: { command: string }[] } };
    const contributed = manifest.contributes?.commands ?? [];
    const known = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      contributed.map(({ command }) => command).filter((command) => !known.has(command)),
      [],
    );
  });
});
