import type * as vscode from 'vscode';

const KEY = 'draftDocuments';

/** Which document shows which draft. */
export interface DraftReference {
  readonly uri: string;
  /** id of its record; empty where an earlier version opened it */
  readonly draft: string;
}

export function keptDocuments(state: vscode.Memento): readonly DraftReference[] {
  return state.get<readonly (string | DraftReference)[]>(KEY, []).map((kept) =>
    // earlier versions kept the address alone
    typeof kept === 'string' ? { uri: kept, draft: '' } : kept,
  );
}

export async function keepDocuments(state: vscode.Memento, documents: readonly DraftReference[]): Promise<void> {
  await state.update(KEY, documents.length > 0 ? documents : undefined);
}
