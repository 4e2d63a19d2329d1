import type { EnvironmentType, Hosting } from './environment.ts';
import { lifetimeOrigin } from './lifetimeOrigin.ts';

/** An environment as LifeTime tells it, in the form of the setting `outsystemsSsl.environments`. */
export interface ImportedEnvironment {
  readonly name: string;
  readonly address: string;
  /** absent where LifeTime does not tell it: then what the setting has stays */
  readonly version?: string;
  readonly hosting: Hosting;
  readonly type?: EnvironmentType;
  /** origin */
  readonly lifetime: string;
  readonly order: number;
}

/** Fields that LifeTime is asked for; all others are the person's own, and stay. */
export const IMPORTED_FIELDS = ['name', 'address', 'version', 'hosting', 'type', 'lifetime', 'order'] as const;
export type ImportedField = (typeof IMPORTED_FIELDS)[number];

export interface FieldChange {
  readonly field: ImportedField;
  /** as it stands in the setting; undefined: it is not there */
  readonly from: unknown;
  readonly to: string | number;
}

/** One difference between LifeTime and the setting. */
export type ImportRow =
  | { readonly kind: 'new'; readonly environment: ImportedEnvironment }
  | {
      readonly kind: 'changed';
      /** position in the setting */
      readonly index: number;
      readonly environment: ImportedEnvironment;
      readonly changes: readonly FieldChange[];
    }
  /** in the setting under this LifeTime, which has it no more */
  | { readonly kind: 'gone'; readonly index: number; readonly name: string; readonly address: string };

export interface ImportPlan {
  readonly rows: readonly ImportRow[];
  /** names of those that are in the setting as LifeTime tells them */
  readonly unchanged: readonly string[];
}

type RawEntry = Readonly<Record<string, unknown>>;

/**
 * What an import changes. An entry of the setting is the same environment where it has the same LifeTime, or none, and the
 * same address or else the same name. Entries of other LifeTimes, and what is no entry, are left alone; they only keep their
 * names, which are unique in the setting.
 *
 * @param raw value of the setting, entry by entry
 * @param lifetime origin of the LifeTime that was asked
 */
export function planImport(
  raw: readonly unknown[],
  lifetime: string,
  found: readonly ImportedEnvironment[],
): ImportPlan {
  const entries = raw.map((entry) => (isEntry(entry) ? entry : undefined));
  const matches = match(entries, lifetime, found);
  const matched = new Set(matches);
  const taken = new Set(entries.flatMap((entry, index) => (matched.has(index) ? [] : textOf(entry?.['name']))));
  const rows: ImportRow[] = [];
  const unchanged: string[] = [];
  for (const [position, told] of found.entries()) {
    const environment = { ...told, name: uniqueName(told, taken) };
    taken.add(environment.name);
    const index = matches[position];
    const entry = index === undefined ? undefined : entries[index];
    if (index === undefined || !entry) {
      rows.push({ kind: 'new', environment });
      continue;
    }
    const changes = changesOf(entry, environment);
    if (changes.length === 0) unchanged.push(environment.name);
    else rows.push({ kind: 'changed', index, environment, changes });
  }
  for (const [index, entry] of entries.entries()) {
    if (!entry || matched.has(index) || !isSameLifetime(entry['lifetime'], lifetime)) continue;
    const [name = ''] = textOf(entry['name']);
    const [address = ''] = textOf(entry['address']);
    rows.push({ kind: 'gone', index, name, address });
  }
  return { rows, unchanged };
}

/** The setting's new value, once the rows that are picked have been done. */
export function applyImport(raw: readonly unknown[], picked: readonly ImportRow[]): readonly unknown[] {
  const changed = new Map(picked.flatMap((row) => (row.kind === 'changed' ? [[row.index, row.changes] as const] : [])));
  const gone = new Set(picked.flatMap((row) => (row.kind === 'gone' ? [row.index] : [])));
  const kept = raw.flatMap((entry, index) => {
    if (gone.has(index)) return [];
    const changes = changed.get(index) ?? [];
    if (changes.length === 0 || !isEntry(entry)) return [entry];
    return [{ ...entry, ...Object.fromEntries(changes.map(({ field, to }) => [field, to])) }];
  });
  const added = picked.flatMap((row) => (row.kind === 'new' ? [settingOf(row.environment)] : []));
  return [...kept, ...added];
}

/** For each environment found the position of its entry, where there is one; no entry twice. */
function match(
  entries: readonly (RawEntry | undefined)[],
  lifetime: string,
  found: readonly ImportedEnvironment[],
): readonly (number | undefined)[] {
  const free = new Set(
    entries.flatMap((entry, index) =>
      entry && (isSameLifetime(entry['lifetime'], lifetime) || isMissing(entry['lifetime'])) ? [index] : [],
    ),
  );
  const matches = found.map((): number | undefined => undefined);
  for (const field of ['address', 'name'] as const) {
    const byValue = new Map<string, number[]>();
    for (const index of free) {
      const [value] = textOf(entries[index]?.[field]);
      if (value === undefined) continue;
      const key = value.toLowerCase();
      byValue.set(key, [...(byValue.get(key) ?? []), index]);
    }
    for (const [position, environment] of found.entries()) {
      if (matches[position] !== undefined) continue;
      const index = byValue.get(environment[field].toLowerCase())?.shift();
      if (index === undefined) continue;
      matches[position] = index;
      free.delete(index);
    }
  }
  return matches;
}

function changesOf(entry: RawEntry, environment: ImportedEnvironment): readonly FieldChange[] {
  return IMPORTED_FIELDS.flatMap((field): readonly FieldChange[] => {
    const to = environment[field];
    if (to === undefined) return [];
    const from = entry[field];
    return isSame(field, from, to) ? [] : [{ field, from, to }];
  });
}

function isSame(field: ImportedField, from: unknown, to: string | number): boolean {
  if (field === 'lifetime') return isSameLifetime(from, String(to));
  if (field === 'hosting') return (from ?? 'cloud') === to;
  if (field === 'address') return typeof from === 'string' && from.trim().toLowerCase() === to;
  return (typeof from === 'string' ? from.trim() : from) === to;
}

/** An environment whose name another entry has gets its host's first label behind it. */
function uniqueName({ name, address }: ImportedEnvironment, taken: ReadonlySet<string>): string {
  const label = address.replace(/\..*$/, '');
  let candidate = name;
  for (let count = 1; taken.has(candidate); count++) candidate = `${name} (${label}${count === 1 ? '' : ` ${count}`})`;
  return candidate;
}

function settingOf(environment: ImportedEnvironment): object {
  const { name, address, version, hosting, type, lifetime, order } = environment;
  return {
    name,
    address,
    domains: [],
    ...(version !== undefined && { version }),
    hosting,
    ...(type !== undefined && { type }),
    lifetime,
    order,
  };
}

/** Whether http or https stands before it does not count: it is asked over HTTPS in any case. */
function isSameLifetime(value: unknown, origin: string): boolean {
  return typeof value === 'string' && hostOf(lifetimeOrigin(value)) === hostOf(lifetimeOrigin(origin));
}

function hostOf(origin: string | undefined): string | undefined {
  return origin?.replace(/^https?:\/\//, '');
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function textOf(value: unknown): readonly [string] | readonly [] {
  return typeof value === 'string' && value.trim() !== '' ? [value.trim()] : [];
}

function isEntry(value: unknown): value is RawEntry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
