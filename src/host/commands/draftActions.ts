import * as vscode from 'vscode';
import { textToSend } from '../../core/tickets/textToSend.ts';
import type { DraftDocuments } from '../drafts/draftDocuments.ts';
import { UserError } from '../userError.ts';

const SUPPORT_PORTAL = 'https://www.outsystems.com/goto/submit-support-case';

/** Copies what is to be sent: the draft without the steps that are for the person alone. */
export async function copyDraft(documents: DraftDocuments): Promise<void> {
  const draft = documents.active;
  if (!draft) throw new UserError('Open a ticket draft first: submit a report.');
  await vscode.env.clipboard.writeText(textToSend(draft.document.getText()));
  vscode.window.setStatusBarMessage('$(check) Ticket text copied', 4000);
}

export async function openSupportPortal(): Promise<void> {
  await vscode.env.openExternal(vscode.Uri.parse(SUPPORT_PORTAL));
}
