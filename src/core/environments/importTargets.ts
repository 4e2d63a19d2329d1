import { endpointOf, type FoundEnvironment } from './lifetimeEnvironments.ts';
import { lifetimeOrigin } from './lifetimeOrigin.ts';
import { type EnvironmentEntry, fieldProblem, parseEnvironments } from './parseEnvironments.ts';

type Value = string | number | null;

/** An entry of the setting as an import sees it: also one that is broken, since what LifeTime says may mend it. */
export interface ImportTarget {
  readonly index: number;
  /** null where the entry has none that it could keep */
  readonly name: string | null;
  /** A-labels, also out of what has a scheme or a port around it; null where it can't be read */
  readonly address: string | null;
  /** null where it belongs to none, or that can't be read */
  readonly lifetime: string | null;
  /** what stands there now; null where nothing does */
  readonly values: Readonly<Record<keyof FoundEnvironment, Value>>;
}

/** The entries of the setting that an import may change, and the names that are taken. @param setting its value, whatever it is */
export function importTargets(setting: unknown): {
  readonly targets: readonly ImportTarget[];
  readonly names: ReadonlySet<string>;
} {
  const entries = parseEnvironments(setting);
  const list: readonly unknown[] = Array.isArray(setting) ? setting : [];
  const sound = entries.flatMap((entry) => ('environment' in entry ? entry.environment.name : []));
  const names = new Set([...sound, ...entries.flatMap((entry) => ('environment' in entry ? [] : (entry.name ?? [])))]);
  const targets = entries.flatMap((entry) =>
    'environment' in entry
      ? targetOf(entry, list[entry.index])
      : (brokenTarget(entry.index, list[entry.index], new Set(sound)) ?? []),
  );
  return { targets, names };
}

function targetOf(
  { index, environment }: Extract<EnvironmentEntry, { environment: object }>,
  raw: unknown,
): ImportTarget {
  const { name, address, version, type, hosting, lifetime, order } = environment;
  const placed = typeof raw === 'object' && raw !== null && 'order' in raw && raw.order !== undefined;
  return {
    index,
    name,
    address,
    lifetime,
    values: { name, address, version, type, hosting, lifetime, order: placed ? order : null },
  };
}

/** Undefined for what is no object. @param taken names of sound entries */
function brokenTarget(index: number, raw: unknown, taken: ReadonlySet<string>): ImportTarget | undefined {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined;
  const entry = raw as Readonly<Record<string, unknown>>;
  const value = (field: keyof FoundEnvironment): Value => {
    const there = entry[field];
    return typeof there === 'string' || typeof there === 'number' ? there : null;
  };
  const text = (field: 'name' | 'address' | 'lifetime'): string | undefined => {
    const there = entry[field];
    return typeof there === 'string' ? there.trim() || undefined : undefined;
  };
  const name = text('name') ?? null;
  const { host: address = null } = endpointOf(text('address'));
  const isSound = fieldProblem('address', entry['address']) === undefined;
  return {
    index,
    name: name === null || taken.has(name) ? null : name,
    address,
    lifetime: lifetimeOrigin(text('lifetime') ?? '') ?? null,
    values: {
      name: value('name'),
      address: isSound ? address : value('address'),
      version: value('version'),
      type: value('type'),
      hosting: entry['hosting'] === undefined ? 'cloud' : value('hosting'),
      lifetime: value('lifetime'),
      order: value('order'),
    },
  };
}
