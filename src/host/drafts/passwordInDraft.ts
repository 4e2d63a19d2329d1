import * as vscode from 'vscode';
import { baseName } from '../../core/fileName.ts';
import type { Services } from '../services.ts';

/** Whether somebody has written the password of a draft's PFX into it, as far as the password is known now. */
export function holdsPassword(
  text: string,
  draft: string,
  { drafts, passwords }: Pick<Services, 'drafts' | 'passwords'>,
): boolean {
  const password = passwords.of(draft);
  if (password === undefined || !text.includes(password)) return false;
  // a short one may be part of what the draft says anyway
  return drafts.find(draft)?.markdown?.includes(password) === false;
}

/** Says so where such a draft was saved by VS Code's own “Save”. */
export function warnOfSavedPasswords(
  services: Pick<Services, 'documents' | 'drafts' | 'passwords'>,
): vscode.Disposable {
  return vscode.workspace.onDidSaveTextDocument((document) => {
    const draft = services.documents.find(document.uri)?.draft;
    if (draft === undefined || !holdsPassword(document.getText(), draft, services)) return;
    void vscode.window.showWarningMessage(
      `The password of the PFX stands in ${baseName(document.uri.path)}. Whoever can read the file can read it: take it out and save once more.`,
    );
  });
}
