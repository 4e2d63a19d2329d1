import { randomUUID } from 'node:crypto';
import { recordOf } from '../../core/handover/draftRecord.ts';
import type { Services } from '../services.ts';

type Made = Omit<Parameters<typeof recordOf>[0], 'id' | 'at'>;

/** Opens a draft that has just been made, and keeps it in the history. @returns id of its record @throws UserError */
export async function keepDraft(
  made: Made,
  { documents, drafts }: Pick<Services, 'documents' | 'drafts'>,
): Promise<string> {
  const id = randomUUID();
  await documents.open(made.draft.markdown, id);
  await drafts.add(recordOf({ ...made, id, at: Date.now() }));
  return id;
}
