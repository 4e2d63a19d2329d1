import { randomUUID } from 'node:crypto';
import { type DraftRecord, recordOf } from '../../core/handover/draftRecord.ts';
import { isOpen } from '../../core/handover/followUp.ts';
import type { Services } from '../services.ts';

type Made = Omit<Parameters<typeof recordOf>[0], 'id' | 'at'>;

/**
 * Opens a draft that has just been made, and keeps it in the history. Where the same one is there already and still open, that
 * is shown: its ticket and what was written into it stay.
 * @returns id of its record
 * @throws UserError
 */
export async function keepDraft(
  made: Made,
  { documents, drafts }: Pick<Services, 'documents' | 'drafts'>,
): Promise<string> {
  const same = drafts.all.find((record) => isOpen(record) && isSame(record, made));
  if (same) {
    await documents.show(same);
    return same.id;
  }
  const id = randomUUID();
  await documents.open(made.draft.markdown, id);
  await drafts.add(recordOf({ ...made, id, at: Date.now() }));
  return id;
}

function isSame(record: DraftRecord, { draft, environments }: Made): boolean {
  const open = record.environments.filter(({ supersededBy }) => supersededBy === null).map(({ name }) => name);
  return (
    record.kind === draft.kind &&
    record.markdown === draft.markdown &&
    open.length === environments.length &&
    environments.every(({ name }) => open.includes(name))
  );
}
