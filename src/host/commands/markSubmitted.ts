import * as vscode from 'vscode';
import { isOpen, markSubmitted as submitted } from '../../core/handover/followUp.ts';
import { BACK } from '../prompts/prompts.ts';
import { Cancelled } from '../cancelled.ts';
import type { DraftTreeReference } from '../contributions.ts';
import type { Services } from '../services.ts';
import { pickDraft } from './pickDraft.ts';

const LONGEST_TICKET = 60;

/** Notes that a draft was handed over, with the number of its ticket where there is one. @throws Cancelled, UserError */
export async function markSubmitted(services: Services, node?: DraftTreeReference): Promise<void> {
  const { documents, drafts, prompts } = services;
  const { all } = drafts;
  const active = all.find(({ id }) => node === undefined && id === documents.active?.draft);
  const record =
    active && isOpen(active)
      ? active
      : await pickDraft(services, node, {
          title: 'Mark a Draft as Submitted',
          fits: isOpen,
          none: 'There is no open draft: each is active already, or was replaced by a later one.',
        });
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
