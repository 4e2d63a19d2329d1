import * as vscode from 'vscode';
import type { DraftRecord } from '../../core/handover/draftRecord.ts';
import { isOpen, markSubmitted as submitted } from '../../core/handover/followUp.ts';
import { BACK } from '../prompts/prompts.ts';
import { Cancelled } from '../cancelled.ts';
import type { DraftTreeReference } from '../contributions.ts';
import type { Services } from '../services.ts';
import { pickDraft } from './pickDraft.ts';

const LONGEST_TICKET = 60;

/** Notes that a draft was handed over, with the number of its ticket where there is one. @throws Cancelled, UserError */
export async function markSubmitted(services: Services, target?: DraftTreeReference | vscode.Uri): Promise<void> {
  const { drafts, prompts } = services;
  const record =
    inDocument(services, target) ??
    (await pickDraft(services, target instanceof vscode.Uri ? undefined : target, {
      title: 'Mark a Draft as Submitted',
      fits: isOpen,
      none: 'There is no open draft: each is done already, or was replaced by a later one.',
    }));
  const { state, subject } = record;
  const answer = await prompts.input({
    title: `Submitted: ${subject}`,
    prompt: 'Number of the support ticket. Leave it empty where there is none.',
    value: (state.kind === 'submitted' && state.ticket) || '',
    validate: (value) =>
      value.trim().length > LONGEST_TICKET ? `A ticket number of ${LONGEST_TICKET} characters at most.` : undefined,
  });
  if (answer === BACK) throw new Cancelled();
  await drafts.change(record.id, (current) => submitted(current, answer || null, Date.now()));
  vscode.window.setStatusBarMessage('$(check) Draft marked as submitted', 4000);
}

/** The open draft that an editor shows: that of the address, else the active one. */
function inDocument(
  { documents, drafts }: Services,
  target: DraftTreeReference | vscode.Uri | undefined,
): DraftRecord | undefined {
  const shown = target instanceof vscode.Uri ? documents.find(target) : target ? undefined : documents.active;
  const record = shown && drafts.find(shown.draft);
  return record && isOpen(record) ? record : undefined;
}
