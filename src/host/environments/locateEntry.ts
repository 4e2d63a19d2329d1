import * as vscode from 'vscode';
import { SECTION } from '../contributions.ts';

/**
 * Where an entry of the setting stands in a settings.json (or .code-workspace) file, as VS Code's own JSON support tells;
 * undefined where that is switched off.
 */
export async function locateEntry(document: vscode.TextDocument, index: number): Promise<vscode.Range | undefined> {
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  const list = find(symbols ?? [], `${SECTION}.environments`);
  return (list?.children[index] ?? list)?.range;
}

function find(symbols: readonly vscode.DocumentSymbol[], name: string): vscode.DocumentSymbol | undefined {
  const settings = symbols.find((symbol) => symbol.name === 'settings');
  return [...symbols, ...(settings?.children ?? [])].find((symbol) => symbol.name === name);
}
