import type { RouteId } from '../environments/route.ts';
import { ROUTE_TEXTS } from '../environments/routeTexts.ts';
import { LANGUAGES } from '../language.ts';
import { DRAFT_KINDS } from '../tickets/draft.ts';
import type { DraftRecord, DraftState, DraftTarget, Submission } from './draftRecord.ts';
import { HandoverError } from './handoverError.ts';

/** The history as it is kept. */
export interface StoredDrafts {
  readonly version: 2;
  readonly drafts: readonly DraftRecord[];
  /** entries that can't be read: kept and written back as they are, so that nothing is lost */
  readonly unread: readonly unknown[];
}

export const NO_DRAFTS: StoredDrafts = { version: 2, drafts: [], unread: [] };

/**
 * Reads what was stored, whatever it is; nothing stored is an empty history.
 * @throws HandoverError `unknownVersion` or `notAHistory`: then what is stored must stay as it is
 */
export function parseStoredDrafts(value: unknown): StoredDrafts {
  if (value === undefined || value === null) return NO_DRAFTS;
  if (!isObject(value) || !('version' in value)) {
    throw new HandoverError('notAHistory', 'What is stored is no history of drafts. It was left as it is.');
  }
  if (value['version'] !== 2) {
    throw new HandoverError(
      'unknownVersion',
      `The history of drafts has the version ${String(value['version'])}, which this version of the extension does not know. It was left as it is.`,
    );
  }
  const entries: readonly unknown[] = Array.isArray(value['drafts']) ? value['drafts'] : [];
  const unread: readonly unknown[] = Array.isArray(value['unread']) ? value['unread'] : [];
  const drafts = entries.filter(isRecord);
  return { version: 2, drafts, unread: [...unread, ...entries.filter((entry) => !isRecord(entry))] };
}

function isRecord(value: unknown): value is DraftRecord {
  return (
    isObject(value) &&
    typeof value['id'] === 'string' &&
    DRAFT_KINDS.some((kind) => kind === value['kind']) &&
    Array.isArray(value['environments']) &&
    value['environments'].every(isTarget) &&
    isState(value['state']) &&
    isMoment(value['createdAt']) &&
    LANGUAGES.some((language) => language === value['language']) &&
    typeof value['subject'] === 'string' &&
    isTextOrNull(value['sha256']) &&
    (value['notAfter'] === null || isMoment(value['notAfter'])) &&
    isTextOrNull(value['certificateName']) &&
    isTextOrNull(value['markdown']) &&
    (value['submitted'] === undefined || isSubmission(value['submitted'])) &&
    (value['savedAs'] === undefined || isTexts(value['savedAs']))
  );
}

function isTarget(value: unknown): value is DraftTarget {
  return (
    isObject(value) &&
    typeof value['name'] === 'string' &&
    (value['route'] === null || isRoute(value['route'])) &&
    isTexts(value['domains']) &&
    isTextOrNull(value['supersededBy'])
  );
}

function isState(value: unknown): value is DraftState {
  if (!isObject(value)) return false;
  switch (value['kind']) {
    case 'drafted':
      return true;
    case 'submitted':
    case 'active':
    case 'done':
      return isSubmission(value);
    case 'superseded':
      return typeof value['by'] === 'string' && isMoment(value['at']);
    default:
      return false;
  }
}

function isSubmission(value: unknown): value is Submission {
  return isObject(value) && isTextOrNull(value['ticket']) && isMoment(value['at']);
}

function isRoute(value: unknown): value is RouteId {
  return typeof value === 'string' && Object.hasOwn(ROUTE_TEXTS.labels, value);
}

/** A moment that a `Date` can hold: others could not be shown. */
function isMoment(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= 8.64e15;
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
