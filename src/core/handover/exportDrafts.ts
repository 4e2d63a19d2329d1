import { csv, type CsvCell } from '../csv.ts';
import type { RouteId } from '../environments/route.ts';
import type { Language } from '../language.ts';
import type { DraftKind } from '../tickets/draft.ts';
import { isoTime } from '../time.ts';
import { submissionOf } from './followUp.ts';
import type { DraftRecord, DraftState } from './draftRecord.ts';

/**
 * One draft for one environment, for people who check what was done: what and when. Who it was is not recorded. Moments are ISO
 * 8601 in UTC.
 */
export interface ExportedDraft {
  readonly id: string;
  readonly kind: DraftKind;
  readonly environment: string | null;
  readonly domains: readonly string[];
  readonly route: RouteId | null;
  readonly state: DraftState['kind'];
  readonly createdAt: string;
  /** the last time that it was marked so */
  readonly submittedAt: string | null;
  /** of the present state */
  readonly changedAt: string;
  readonly ticket: string | null;
  /** id of the later draft for this environment */
  readonly supersededBy: string | null;
  readonly subject: string;
  readonly certificateName: string | null;
  readonly sha256: string | null;
  readonly notAfter: string | null;
  readonly language: Language;
}

const COLUMNS = [
  'id',
  'kind',
  'environment',
  'domains',
  'route',
  'state',
  'createdAt',
  'submittedAt',
  'changedAt',
  'ticket',
  'supersededBy',
  'subject',
  'certificateName',
  'sha256',
  'notAfter',
  'language',
] as const satisfies readonly (keyof ExportedDraft)[];

/** An entry for each environment of each draft, in the order of the history; one where a draft is for none. */
function exportedDrafts(history: readonly DraftRecord[]): readonly ExportedDraft[] {
  return history.flatMap((record) => {
    const { id, kind, environments, state, createdAt, subject, certificateName, sha256, notAfter, language } = record;
    const submission = submissionOf(record);
    const targets = environments.length > 0 ? environments : [null];
    return targets.map((target): ExportedDraft => {
      const superseded = target !== null && target.supersededBy !== null;
      return {
        id,
        kind,
        environment: target?.name ?? null,
        domains: target?.domains ?? [],
        route: target?.route ?? null,
        state: superseded ? 'superseded' : state.kind,
        createdAt: isoTime(createdAt),
        submittedAt: submission ? isoTime(submission.at) : null,
        changedAt: isoTime(changeOf(record, superseded ? target.supersededBy : null, history)),
        ticket: submission?.ticket ?? (state.kind === 'active' || state.kind === 'done' ? state.ticket : null),
        supersededBy: target?.supersededBy ?? null,
        subject,
        certificateName,
        sha256,
        notAfter: notAfter === null ? null : isoTime(notAfter),
        language,
      };
    });
  });
}

/** An environment is given up when the later draft is made. */
function changeOf({ state, createdAt }: DraftRecord, by: string | null, history: readonly DraftRecord[]): number {
  const later = by === null ? undefined : history.find(({ id }) => id === by);
  if (later) return later.createdAt;
  return state.kind === 'drafted' ? createdAt : state.at;
}

/** As JSON, with a line end. */
export function draftsJson(history: readonly DraftRecord[]): string {
  return `${JSON.stringify({ version: 1, drafts: exportedDrafts(history) }, null, 2)}\n`;
}

/** As CSV (RFC 4180), a header line first. */
export function draftsCsv(history: readonly DraftRecord[]): string {
  const cells = (draft: ExportedDraft): readonly CsvCell[] =>
    COLUMNS.map((column) => (column === 'domains' ? draft.domains.join(' ') : draft[column]));
  return csv(COLUMNS, exportedDrafts(history).map(cells));
}
