import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as vscode from 'vscode';
import { eventually } from '../ui/support/eventually.ts';
import { DraftDocuments } from '../../src/host/drafts/draftDocuments.ts';
import { DraftHistory } from '../../src/host/drafts/draftHistory.ts';
import { keptDocuments } from '../../src/host/drafts/keptDocuments.ts';
import { followSavedDrafts } from '../../src/host/drafts/savedDrafts.ts';
import { draftRecord } from './support/draftRecords.ts';
import { KeptState } from './support/memento.ts';
import { workspaceFile } from './support/settings.ts';
import { useExtension } from './support/useExtension.ts';

describe('documents that are drafts', () => {
  useExtension();
  const made: vscode.Disposable[] = [];
  afterEach(() => made.splice(0).forEach((one) => one.dispose()));

  function documents(state: vscode.Memento): DraftDocuments {
    const history = new DraftHistory(() => state, state);
    const found = new DraftDocuments(state, history);
    made.push(found, history);
    return found;
  }

  /** A draft that is saved as VS Code's own “Save” does it: a document with the same text is written. */
  async function savedAs(name: string, text: string): Promise<vscode.TextDocument> {
    const uri = workspaceFile(name);
    const untitled = await vscode.workspace.openTextDocument(uri.with({ scheme: 'untitled' }));
    const editor = await vscode.window.showTextDocument(untitled, { preview: false });
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text));
    assert.ok(await untitled.save());
    const saved = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(saved, { preview: false });
    return saved;
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

  it('are those as well that VS Code saves one as, after a restart too, and no other file', async () => {
    const state = new KeptState();
    const record = draftRecord('Production', { markdown: '# Four\n\nText' });
    await new DraftHistory(() => state, state).add(record);
    const all = documents(state);
    await all.open('# Four\n\nText', record.id);
    const saved = await savedAs('four.md', '# Four\n\nText');
    assert.equal(all.active?.draft, record.id);
    assert.equal(all.active?.document, saved);
    await savedAs('mine.md', '# Mine');
    assert.equal(all.active, undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const again = documents(state);
    await vscode.window.showTextDocument(saved.uri);
    assert.equal(again.active?.draft, record.id);
    // edited, and saved over another
    const other = draftRecord('Other', { markdown: '# Five' });
    await new DraftHistory(() => state, state).add(other);
    await again.open('# Five', other.id);
    const editor = await vscode.window.showTextDocument(saved.uri);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Mine too. '));
    await editor.document.save();
    assert.equal(again.active?.draft, record.id);
  });

  it('are shown where they are open or saved, and as they were made where they are neither', async () => {
    const state = new KeptState();
    const record = draftRecord('Production', { markdown: '# Six' });
    const history = new DraftHistory(() => state, state);
    await history.add(record);
    const all = documents(state);
    const text = (): string | undefined => vscode.window.activeTextEditor?.document.uri.toString();
    const shown = async (): Promise<string | undefined> => {
      await all.show(history.find(record.id) ?? assert.fail());
      return text();
    };
    const first = await shown();
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: 'else' }));
    assert.equal(await shown(), first, 'no second one');
    const saved = await savedAs('six.md', '# Six');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    assert.equal(await shown(), saved.uri.toString());
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    fs.rmSync(saved.uri.fsPath);
    assert.match((await shown()) ?? '', /^untitled:/);
  });

  it('are followed where VS Code renames or deletes their file, and their actions loaded when it is opened', async () => {
    const state = new KeptState();
    const history = new DraftHistory(() => state, state);
    const record = draftRecord('Production');
    await history.add(record);
    const [from, to] = [workspaceFile('seven.md'), workspaceFile('moved.md')];
    fs.writeFileSync(from.fsPath, '# Seven');
    await history.saved(record.id, from);
    let opened = 0;
    made.push(followSavedDrafts(history, () => opened++));
    await vscode.workspace.openTextDocument(from);
    await eventually(() => assert.equal(opened, 1));
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(from, to);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await eventually(() => assert.deepEqual(history.find(record.id)?.savedAs, [to.toString()]));
    const removal = new vscode.WorkspaceEdit();
    removal.deleteFile(to);
    assert.ok(await vscode.workspace.applyEdit(removal));
    await eventually(() => assert.equal(history.find(record.id)?.savedAs, undefined));
  });
});
