import * as vscode from 'vscode';
import { isOpen, markDone as done } from '../../core/handover/followUp.ts';
import type { DraftTreeReference } from '../contributions.ts';
import type { Services } from '../services.ts';
import { pickDraft } from './pickDraft.ts';

/** Closes a draft without a look, as for what no look can tell. @throws Cancelled, UserError */
export async function markDone(services: Services, node?: DraftTreeReference): Promise<void> {
  const { drafts, prompts } = services;
  const { id, kind, subject } = await pickDraft(services, node, {
    title: 'Mark a Draft as Done',
    fits: isOpen,
    none: 'There is no open draft: each is done already, or was replaced by a later one.',
  });
  await prompts.confirm({
    message: `Mark “${subject}” as done?`,
    detail:
      kind === 'certificate'
        ? 'Nothing is looked at. “Verify Activation” looks whether the domains serve its certificate, and closes the draft where they do.'
        : 'It is then waited for no more. Nothing changes at OutSystems.',
    action: 'Mark as Done',
  });
  await drafts.change(id, (record) => done(record, Date.now()));
  vscode.window.setStatusBarMessage('$(check) Draft marked as done', 4000);
}
