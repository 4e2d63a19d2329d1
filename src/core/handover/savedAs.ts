import type { DraftRecord } from './draftRecord.ts';

/** Files of one draft that are remembered. */
const MOST_FILES = 10;

/** The draft that a file holds, by its address (URI); the newest where several were saved there. */
export function draftSavedAs(history: readonly DraftRecord[], uri: string): DraftRecord | undefined {
  return [...history].reverse().find(({ savedAs = [] }) => savedAs.includes(uri));
}

/** The history after a draft was saved as a file: another draft that stood there is there no more. */
export function withSavedDraft(history: readonly DraftRecord[], id: string, uri: string): readonly DraftRecord[] {
  return history.map((record) => {
    const others = (record.savedAs ?? []).filter((saved) => saved !== uri);
    return withFiles(record, record.id === id ? [...others, uri].slice(-MOST_FILES) : others);
  });
}

/**
 * The history after a file or a folder has got another address; null where it was deleted. The same array where no draft
 * was saved there.
 */
export function withMovedFile(
  history: readonly DraftRecord[],
  from: string,
  to: string | null,
): readonly DraftRecord[] {
  const moved = (uri: string): string | null => {
    if (uri !== from && !uri.startsWith(`${from}/`)) return uri;
    return to === null ? null : to + uri.slice(from.length);
  };
  if (!history.some(({ savedAs = [] }) => savedAs.some((uri) => moved(uri) !== uri))) return history;
  return history.map((record) =>
    withFiles(
      record,
      (record.savedAs ?? []).flatMap((uri) => moved(uri) ?? []),
    ),
  );
}

function withFiles(record: DraftRecord, files: readonly string[]): DraftRecord {
  const { savedAs = [], ...rest } = record;
  if (savedAs.length === files.length && savedAs.every((uri, index) => uri === files[index])) return record;
  return files.length > 0 ? { ...rest, savedAs: files } : rest;
}
