import type * as vscode from 'vscode';

export const DRAFT_DOCUMENTS = 'draftDocuments';

/** Which document shows which draft. */
export interface DraftReference {
  readonly uri: string;
  /** id of its record; empty where an earlier version opened it */
  readonly draft: string;
}

export function keptDocuments(state: vscode.Memento): readonly DraftReference[] {
  return state.get<readonly (string | DraftReference)[]>(DRAFT_DOCUMENTS, []).map((kept) =>
    // earlier versions kept the address alone
    typeof kept === 'string' ? { uri: kept, draft: '' } : kept,
  );
}

export async function keepDocuments(state: vscode.Memento, documents: readonly DraftReference[]): Promise<void> {
  await state.update(DRAFT_DOCUMENTS, documents.length > 0 ? documents : undefined);
}
