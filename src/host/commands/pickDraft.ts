import { displayDay } from '../../core/time.ts';
import type { DraftRecord } from '../../core/handover/draftRecord.ts';
import { historyFor } from '../../core/handover/followUp.ts';
import { Cancelled } from '../cancelled.ts';
import type { DraftTreeReference } from '../contributions.ts';
import { BACK } from '../prompts/prompts.ts';
import type { Services } from '../services.ts';
import { UserError } from '../userError.ts';

interface Question {
  readonly title: string;
  /** drafts that the command can do something with */
  readonly fits: (record: DraftRecord) => boolean;
  /** what is said where there is none, as a sentence */
  readonly none: string;
}

/**
 * The draft that a command is for: that of the tree, the newest of the tree's environment, or the one that the user picks.
 * @throws Cancelled, UserError
 */
export async function pickDraft(
  { drafts, prompts }: Pick<Services, 'drafts' | 'prompts'>,
  node: DraftTreeReference | undefined,
  { title, fits, none }: Question,
): Promise<DraftRecord> {
  drafts.assertReadable();
  const { all } = drafts;
  if (node?.draft !== undefined) {
    const record = all.find(({ id }) => id === node.draft);
    if (!record || !fits(record)) throw new UserError(none);
    return record;
  }
  const own = node ? historyFor(all, node.environment.name) : [...all].reverse();
  const fitting = own.filter(fits);
  const [first] = fitting;
  if (!first) throw new UserError(none);
  if (node) return first;
  const answer = await prompts.pick({
    title,
    placeholder: 'Choose the draft',
    items: fitting.map((record) => ({
      label: record.subject,
      description: displayDay(record.createdAt),
      value: record,
    })),
  });
  if (answer === BACK) throw new Cancelled();
  return answer;
}
