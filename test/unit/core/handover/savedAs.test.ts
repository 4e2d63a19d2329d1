import assert from 'node:assert/strict';
import type { DraftRecord } from '../../../../src/core/handover/draftRecord.ts';
import { draftSavedAs, withMovedFile, withSavedDraft } from '../../../../src/core/handover/savedAs.ts';
import { NO_DRAFTS, parseStoredDrafts } from '../../../../src/core/handover/storedDrafts.ts';

function record(id: string): DraftRecord {
  return {
    id,
    kind: 'certificate',
    environments: [],
    state: { kind: 'drafted' },
    createdAt: 0,
    language: 'en',
    subject: id,
    sha256: null,
    notAfter: null,
    certificateName: null,
    markdown: '',
  };
}

const files = (history: readonly DraftRecord[]): readonly (readonly string[] | undefined)[] =>
  history.map(({ savedAs }) => savedAs);

describe('files that drafts are saved as', () => {
  const two = [record('1'), record('2')];

  it('hold one draft each, the one that was saved there last', () => {
    const saved = withSavedDraft(withSavedDraft(two, '1', 'file:///w/a.md'), '1', 'file:///w/b.md');
    assert.deepEqual(files(saved), [['file:///w/a.md', 'file:///w/b.md'], undefined]);
    assert.equal(draftSavedAs(saved, 'file:///w/b.md')?.id, '1');
    const over = withSavedDraft(saved, '2', 'file:///w/b.md');
    assert.deepEqual(files(over), [['file:///w/a.md'], ['file:///w/b.md']]);
    assert.equal(draftSavedAs(over, 'file:///w/b.md')?.id, '2');
    assert.equal(draftSavedAs(over, 'file:///w/B.md'), undefined);
  });

  it('are followed with their folder, forgotten when deleted, and others stay', () => {
    const saved = withSavedDraft(withSavedDraft(two, '1', 'file:///w/a/x.md'), '2', 'file:///w/ab/y.md');
    const moved = withMovedFile(saved, 'file:///w/a', 'file:///w/c');
    assert.deepEqual(files(moved), [['file:///w/c/x.md'], ['file:///w/ab/y.md']]);
    assert.deepEqual(files(withMovedFile(moved, 'file:///w/c/x.md', null)), [undefined, ['file:///w/ab/y.md']]);
    assert.equal(withMovedFile(moved, 'file:///w/a', 'file:///w/d'), moved);
  });

  it('are remembered up to ten for a draft', () => {
    let history: readonly DraftRecord[] = two;
    for (let file = 1; file <= 12; file++) history = withSavedDraft(history, '1', `file:///${file}`);
    assert.deepEqual([history[0]?.savedAs?.length, history[0]?.savedAs?.at(-1)], [10, 'file:///12']);
  });

  it('are kept with the history, and an entry that is none of this is left unread', () => {
    const drafts = [{ ...record('1'), savedAs: ['file:///a'] }, record('2'), { ...record('3'), savedAs: [7] }];
    const { drafts: read, unread } = parseStoredDrafts({ ...NO_DRAFTS, drafts });
    assert.deepEqual([read, unread], [drafts.slice(0, 2), drafts.slice(2)]);
  });
});
