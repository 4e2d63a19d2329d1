import { businessDaysBetween } from './businessDays.ts';
import {
  type DraftRecord,
  type DraftState,
  type DraftTarget,
  plainThumbprint,
  type Submission,
} from './draftRecord.ts';
import { HandoverError } from './handoverError.ts';
import { singleLine } from '../markdown.ts';

/**
 * The history with a new draft at its end. Earlier open drafts of the same kind give up the environments that it is for; one
 * without any left is superseded.
 */
export function withDraft(history: readonly DraftRecord[], draft: DraftRecord): readonly DraftRecord[] {
  const names = new Set(draft.environments.map(({ name }) => name));
  const earlier = history.map((record): DraftRecord => {
    if (record.kind !== draft.kind || !isOpen(record)) return record;
    const environments = record.environments.map((target) =>
      target.supersededBy === null && names.has(target.name) ? { ...target, supersededBy: draft.id } : target,
    );
    const left = environments.some(({ supersededBy }) => supersededBy === null);
    if (left || environments.length === 0) return { ...record, environments };
    const state = { kind: 'superseded', by: draft.id, at: draft.createdAt } as const;
    return { ...record, environments, state, markdown: null };
  });
  return [...earlier, draft];
}

/** The history after environments were given other names: their drafts stay theirs. @param names new ones by old ones */
export function withRenamed(
  history: readonly DraftRecord[],
  names: ReadonlyMap<string, string>,
): readonly DraftRecord[] {
  if (!history.some(({ environments }) => environments.some(({ name }) => names.has(name)))) return history;
  return history.map((record) => ({
    ...record,
    environments: record.environments.map((target) => ({ ...target, name: names.get(target.name) ?? target.name })),
  }));
}

/** Something is still to come of it. */
export function isOpen({ state }: DraftRecord): boolean {
  return state.kind === 'drafted' || state.kind === 'submitted';
}

/** The drafts of one environment that no later one replaces, the newest first. */
export function draftsFor(history: readonly DraftRecord[], environment: string): readonly DraftRecord[] {
  const own = history.filter(({ environments }) =>
    environments.some(({ name, supersededBy }) => name === environment && supersededBy === null),
  );
  return own.sort((a, b) => b.createdAt - a.createdAt);
}

/** All drafts for one environment, superseded ones as well, the newest first. */
export function historyFor(history: readonly DraftRecord[], environment: string): readonly DraftRecord[] {
  const own = history.filter(({ environments }) => environments.some(({ name }) => name === environment));
  return own.sort((a, b) => b.createdAt - a.createdAt);
}

/** The state of a draft as one of its environments has it: a later draft may be for that one alone. */
export function stateFor(record: DraftRecord, environment: string, history: readonly DraftRecord[]): DraftState {
  const by = record.environments.find(({ name }) => name === environment)?.supersededBy ?? null;
  if (by === null) return record.state;
  return { kind: 'superseded', by, at: history.find(({ id }) => id === by)?.createdAt ?? lastChangeOf(record) };
}

/**
 * @param ticket its number; null on routes without one. Given again, it replaces the earlier one
 * @throws HandoverError `notOpen`
 */
export function markSubmitted(record: DraftRecord, ticket: string | null, at: number): DraftRecord {
  assertOpen(record);
  const number = ticket === null ? '' : singleLine(ticket);
  const submitted = { ticket: number === '' ? null : number, at };
  return { ...record, state: { kind: 'submitted', ...submitted }, submitted };
}

/** When a draft was handed over and with which ticket, whatever became of it since. */
export function submissionOf({ state, submitted }: DraftRecord): Submission | undefined {
  return submitted ?? (state.kind === 'submitted' ? { ticket: state.ticket, at: state.at } : undefined);
}

/** @throws HandoverError `notOpen` */
export function markActive(record: DraftRecord, at: number): DraftRecord {
  assertOpen(record);
  return { ...record, state: { kind: 'active', ticket: submissionOf(record)?.ticket ?? null, at } };
}

/** For what no look can tell: a certificate of another kind, a host that can't be reached. @throws HandoverError `notOpen` */
export function markDone(record: DraftRecord, at: number): DraftRecord {
  assertOpen(record);
  return { ...record, state: { kind: 'done', ticket: submissionOf(record)?.ticket ?? null, at } };
}

function assertOpen(record: DraftRecord): void {
  if (isOpen(record)) return;
  const what = record.state.kind === 'superseded' ? 'was replaced by a later one' : 'is done already';
  throw new HandoverError('notOpen', `The draft “${record.subject}” ${what}.`);
}

/** What the draft's domains serve. */
export type Activation =
  /** its certificate, all of them */
  | { readonly kind: 'active' }
  /** something else, or nothing that was seen (`served` is null), these */
  | {
      readonly kind: 'otherCertificate';
      readonly domains: readonly { readonly domain: string; readonly served: string | null }[];
    }
  /** it hands no certificate over for a domain */
  | { readonly kind: 'nothingToCompare' };

/**
 * Whether the certificate of a draft is what is served now.
 * @param served SHA-256 thumbprint by domain, in any notation; null or absent where none was seen
 */
export function verifyActivation(
  record: DraftRecord,
  served: Readonly<Record<string, string | null | undefined>>,
): Activation {
  const domains = domainsOf(record.environments);
  const { sha256 } = record;
  if (record.kind !== 'certificate' || sha256 === null || domains.length === 0) return { kind: 'nothingToCompare' };
  const others = domains.flatMap((domain) => {
    const seen = Object.hasOwn(served, domain) ? served[domain] : null;
    return typeof seen === 'string' && plainThumbprint(seen) === sha256 ? [] : [{ domain, served: seen ?? null }];
  });
  return others.length === 0 ? { kind: 'active' } : { kind: 'otherCertificate', domains: others };
}

/** Of the environments that no later draft covers, each domain once. */
function domainsOf(environments: readonly DraftTarget[]): readonly string[] {
  const open = environments.filter(({ supersededBy }) => supersededBy === null);
  return [...new Set(open.flatMap(({ domains }) => domains))];
}

/** Business days without a change after which an open draft is overdue: so long a support case takes. */
export const BUSINESS_DAYS_TO_WAIT = 5;

/** The moment of the last change of a draft's state. */
export function lastChangeOf({ state, createdAt }: DraftRecord): number {
  return state.kind === 'drafted' ? createdAt : state.at;
}

/**
 * Open, something is awaited, and five business days have gone by since its last change.
 * @see businessDaysBetween for what counts
 */
export function isOverdue(record: DraftRecord, now: number): boolean {
  return isOpen(record) && isAwaited(record) && businessDaysBetween(lastChangeOf(record), now) >= BUSINESS_DAYS_TO_WAIT;
}

/** Not where a draft only says what to do instead, or lists host names: nobody answers that. */
function isAwaited({ environments, kind }: DraftRecord): boolean {
  if (kind === 'secureEndpoints') return false;
  const open = environments.filter(({ supersededBy }) => supersededBy === null);
  return open.length === 0 || open.some(({ route }) => route !== 'personal' && route !== 'odc');
}

/** Names that are taken: the next proposal for LifeTime's field "Certificate Name" must be another. */
export function takenCertificateNames(history: readonly DraftRecord[]): readonly string[] {
  return [...new Set(history.flatMap(({ certificateName }) => certificateName ?? []))];
}
