import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../ui/support/eventually.ts';
import { DraftDocuments } from '../../src/host/drafts/draftDocuments.ts';
import { keptDocuments } from '../../src/host/drafts/keptDocuments.ts';
import { KeptState } from './support/memento.ts';
import { useExtension } from './support/useExtension.ts';

describe('documents that are drafts', () => {
  useExtension();
  const made: vscode.Disposable[] = [];
  afterEach(() => made.splice(0).forEach((one) => one.dispose()));

  function documents(state: vscode.Memento): DraftDocuments {
    const found = new DraftDocuments(state);
    made.push(found);
    return found;
  }

  it('are known again after a restart, those of earlier versions too', async () => {
    const state = new KeptState();
    await documents(state).open('# One', 'record-1');
    const other = await vscode.workspace.openTextDocument({ language: 'markdown', content: '# Two' });
    await state.update('draftDocuments', [...keptDocuments(state), other.uri.toString()]);
    const again = documents(state);
    assert.equal(again.active?.draft, 'record-1');
    await vscode.window.showTextDocument(other);
    assert.deepEqual([again.active?.document.getText(), again.active?.draft], ['# Two', '']);
  });

  it('are forgotten where they are closed, did not come back, or another has their name', async () => {
    const state = new KeptState();
    await state.update('draftDocuments', [{ uri: 'untitled:Gone-7', draft: 'gone' }]);
    const all = documents(state);
    await all.open('# Three', 'record-3');
    assert.deepEqual(
      keptDocuments(state).map(({ draft }) => draft),
      ['record-3'],
    );
    await state.update('draftDocuments', [...keptDocuments(state), { uri: 'untitled:Again-8', draft: 'again' }]);
    await vscode.workspace.openTextDocument(vscode.Uri.parse('untitled:Again-8'));
    await eventually(() => assert.equal(keptDocuments(state).length, 1));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await eventually(() => assert.deepEqual(keptDocuments(state), []));
    assert.deepEqual(state.keys(), []);
  });
});
