import { type ImportTarget, importTargets } from './importTargets.ts';
import { type FoundEnvironment, uniqueName } from './lifetimeEnvironments.ts';
import { lifetimeOrigin, secureLifetime } from './lifetimeOrigin.ts';

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
 * where it belongs to this LifeTime or to none; a broken one is mended as far as LifeTime can. Entries of other LifeTimes are
 * left alone.
 *
 * @param setting the value of `outsystemsSsl.environments`, whatever it is
 * @param found what the LifeTime lists
 * @param lifetime its origin
 * @param namesThen what LifeTime called the environments of an address when a person last decided on them: where it still says
 *   so, another name in the setting is the person's own and stays
 */
export function planImport(
  setting: unknown,
  found: readonly FoundEnvironment[],
  lifetime: string,
  namesThen: (address: string) => readonly string[] = () => [],
): readonly ImportItem[] {
  const { targets, names } = importTargets(setting);
  const left = new Set(targets.filter((target) => target.lifetime === null || isSame(target.lifetime, lifetime)));
  const matches = new Map<FoundEnvironment, ImportTarget>();
  const match = (candidates: (one: FoundEnvironment) => readonly ImportTarget[]): void => {
    for (const one of found) {
      const target = matches.has(one) ? undefined : candidates(one).find((candidate) => left.has(candidate));
      if (!target) continue;
      left.delete(target);
      matches.set(one, target);
    }
  };
  const byAddress = grouped(left, ({ address }) => address);
  const byName = grouped(left, ({ name }) => name);
  const at = ({ address }: FoundEnvironment): readonly ImportTarget[] => byAddress.get(address) ?? [];
  match((one) => at(one).filter(({ name }) => namesOf(one).some((own) => own === name)));
  match(at);
  match((one) =>
    namesOf(one)
      .flatMap((name) => byName.get(name) ?? [])
      .filter((target) => target.lifetime !== null),
  );

  const taken = new Set(names);
  const items = found.map((one): ImportItem => {
    const target = matches.get(one);
    const own = target?.name ?? undefined;
    const staysOwn = own !== undefined && namesThen(one.address).includes(one.name);
    if (own !== undefined) taken.delete(own); // free for itself alone: it may stay
    const name = staysOwn ? own : uniqueName(one, taken);
    for (const used of [own ?? name, name]) taken.add(used);
    const wanted = { ...one, name };
    if (!target) return { kind: 'new', name, found: wanted };
    const changes = changesOf(target, wanted);
    const called = own ?? name;
    return changes.length > 0
      ? { kind: 'changed', name: called, index: target.index, changes, found: wanted }
      : { kind: 'unchanged', name: called, index: target.index };
  });
  const there = new Set<string | null>(found.map(({ address }) => address));
  const gone = [...left].flatMap(({ index, lifetime: own, name, address }): readonly ImportItem[] =>
    own === null || there.has(address) ? [] : [{ kind: 'gone', name: name ?? address ?? `entry ${index + 1}`, index }],
  );
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
function namesOf({ name, address }: FoundEnvironment): readonly string[] {
  return [name, `${name} (${address})`];
}

function grouped(
  targets: Iterable<ImportTarget>,
  keyOf: (target: ImportTarget) => string | null,
): ReadonlyMap<string | null, readonly ImportTarget[]> {
  const groups = new Map<string | null, ImportTarget[]>();
  for (const target of targets) {
    const key = keyOf(target);
    const group = groups.get(key);
    if (group) group.push(target);
    else groups.set(key, [target]);
  }
  return groups;
}

function changesOf({ values }: ImportTarget, found: FoundEnvironment): readonly FieldChange[] {
  return FIELDS.flatMap((field): FieldChange[] => {
    const to = found[field];
    const from = values[field];
    const same = field === 'lifetime' ? isSame(from, found.lifetime) : from === to;
    return to === undefined || same ? [] : [{ field, from, to }];
  });
}

function isSame(a: string | number | null, b: string): boolean {
  const origin = typeof a === 'string' ? lifetimeOrigin(a) : undefined;
  return origin !== undefined && secureLifetime(origin) === secureLifetime(b);
}
