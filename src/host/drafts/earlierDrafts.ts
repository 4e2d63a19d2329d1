import type * as vscode from 'vscode';
import type { DraftRecord } from '../../core/handover/draftRecord.ts';
import { parseStoredDrafts } from '../../core/handover/storedDrafts.ts';
import { parseIsoTime } from '../../core/time.ts';

/** Where earlier versions kept the last report and the last draft of each environment. */
const KEY = 'history';

type Fields = Readonly<Record<string, unknown>>;

/** The drafts that earlier versions kept, one for each environment. What they did not keep is null. */
export function earlierDrafts(state: vscode.Memento): readonly DraftRecord[] {
  const drafts = Object.entries(fieldsOf(state.get(KEY))).flatMap(([name, entry]) => {
    const draft = fieldsOf(fieldsOf(entry)['draft']);
    const { markdown, subject, createdAt, handover } = draft;
    if (typeof markdown !== 'string') return [];
    if (handover !== undefined) return [{ ...fieldsOf(handover), markdown }];
    return [
      {
        id: `earlier ${name} ${String(createdAt)}`,
        kind: 'certificate',
        environments: [{ name, route: null, domains: [], supersededBy: null }],
        state: { kind: 'drafted' },
        createdAt: parseIsoTime(String(createdAt)) ?? 0,
        language: 'en',
        subject,
        sha256: null,
        notAfter: null,
        certificateName: null,
        markdown,
      },
    ];
  });
  return drafts.length === 0 ? [] : parseStoredDrafts({ version: 2, drafts }).drafts;
}

/** Once they are kept elsewhere; the reports stay. */
export async function forgetEarlierDrafts(state: vscode.Memento): Promise<void> {
  const all = Object.entries(fieldsOf(state.get(KEY)));
  if (!all.some(([, entry]) => 'draft' in fieldsOf(entry))) return;
  await state.update(
    KEY,
    Object.fromEntries(
      all.map(([name, entry]) => {
        const { draft: _, ...rest } = fieldsOf(entry);
        return [name, rest];
      }),
    ),
  );
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}
