import type { Environment } from './environment.ts';
import { type FoundEnvironment, uniqueName } from './lifetimeEnvironments.ts';
import { secureLifetime } from './lifetimeOrigin.ts';
import { parseEnvironments } from './parseEnvironments.ts';

type ImportedField = keyof FoundEnvironment;
const FIELDS: readonly ImportedField[] = ['name', 'address', 'version', 'type', 'hosting', 'lifetime', 'order'];

export interface FieldChange {
  readonly field: ImportedField;
  readonly from: string | number | null;
  readonly to: string | number;
}

/** What an import would do to one environment. `index` is its place in the setting's list. */
export type ImportItem =
  | { readonly kind: 'new'; readonly name: string; readonly found: FoundEnvironment }
  | {
      readonly kind: 'changed';
      readonly name: string;
      readonly index: number;
      readonly changes: readonly FieldChange[];
      readonly found: FoundEnvironment;
    }
  /** of this LifeTime, which does not list it any more */
  | { readonly kind: 'gone'; readonly name: string; readonly index: number }
  | { readonly kind: 'unchanged'; readonly name: string; readonly index: number };

/**
 * What importing from a LifeTime would change. An entry of the setting is matched by its address, else by its name, and only
 * where it belongs to this LifeTime or to none; entries of other LifeTimes and broken ones are left alone.
 *
 * @param setting the value of `outsystemsSsl.environments`, whatever it is
 * @param found what the LifeTime lists
 * @param lifetime its origin
 */
export function planImport(
  setting: unknown,
  found: readonly FoundEnvironment[],
  lifetime: string,
): readonly ImportItem[] {
  const entries = parseEnvironments(setting);
  const taken = new Set(
    entries.flatMap((entry) => ('environment' in entry ? entry.environment.name : (entry.name ?? []))),
  );
  const own = entries.flatMap((entry) =>
    'environment' in entry && (entry.environment.lifetime === null || isSame(entry.environment.lifetime, lifetime))
      ? [{ index: entry.index, environment: entry.environment }]
      : [],
  );
  const left = new Set(own);
  const matches = new Map<FoundEnvironment, (typeof own)[number]>();
  const match = (fits: (environment: Environment, one: FoundEnvironment) => boolean): void => {
    for (const one of found) {
      const entry = matches.has(one) ? undefined : [...left].find(({ environment }) => fits(environment, one));
      if (!entry) continue;
      left.delete(entry);
      matches.set(one, entry);
    }
  };
  match((environment, one) => environment.address === one.address && hasNameOf(environment, one));
  match((environment, one) => environment.address === one.address);
  match((environment, one) => environment.lifetime !== null && hasNameOf(environment, one));

  const items = found.map((one): ImportItem => {
    const entry = matches.get(one);
    if (entry) taken.delete(entry.environment.name);
    const name = uniqueName(one, taken);
    taken.add(name);
    const target = { ...one, name };
    if (!entry) return { kind: 'new', name, found: target };
    const changes = changesOf(entry.environment, target);
    return changes.length > 0
      ? { kind: 'changed', name: entry.environment.name, index: entry.index, changes, found: target }
      : { kind: 'unchanged', name: entry.environment.name, index: entry.index };
  });
  const gone = [...left]
    .filter(({ environment }) => environment.lifetime !== null)
    .map(({ index, environment }): ImportItem => ({ kind: 'gone', name: environment.name, index }));
  return [...items, ...gone];
}

/**
 * The setting's new value: new environments at the end, changed fields in their entries, which keep all else that the person
 * wrote there; those that are gone are taken out.
 *
 * @param setting the value from which the plan was made
 * @param chosen those items of the plan that are to be carried out
 */
export function applyImport(setting: unknown, chosen: readonly ImportItem[]): readonly unknown[] {
  const list: readonly unknown[] = Array.isArray(setting) ? setting : [];
  const changed = new Map(chosen.flatMap((item) => (item.kind === 'changed' ? [[item.index, item] as const] : [])));
  const gone = new Set(chosen.flatMap((item) => (item.kind === 'gone' ? item.index : [])));
  const kept = list.flatMap((raw, index) => {
    if (gone.has(index)) return [];
    const item = changed.get(index);
    if (!item || typeof raw !== 'object') return [raw];
    return [{ ...raw, ...Object.fromEntries(item.changes.map(({ field, to }) => [field, to])) }];
  });
  return [...kept, ...chosen.flatMap((item) => (item.kind === 'new' ? item.found : []))];
}

/** `Production` as well as the name that an earlier import gave it to tell it apart. */
function hasNameOf(environment: Environment, { name, address }: FoundEnvironment): boolean {
  return environment.name === name || environment.name === `${name} (${address})`;
}

function changesOf(environment: Environment, found: FoundEnvironment): readonly FieldChange[] {
  return FIELDS.flatMap((field): FieldChange[] => {
    const to = found[field];
    const from = field === 'order' && environment.order >= Number.MAX_SAFE_INTEGER - 1 ? null : environment[field];
    const same = field === 'lifetime' ? isSame(environment.lifetime, found.lifetime) : from === to;
    return to === undefined || same ? [] : [{ field, from, to }];
  });
}

function isSame(a: string | null, b: string): boolean {
  return a !== null && secureLifetime(a) === secureLifetime(b);
}
