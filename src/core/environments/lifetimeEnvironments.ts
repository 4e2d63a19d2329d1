import { normaliseDomain } from '../x509/domains.ts';
import { ENVIRONMENT_TYPES, type EnvironmentType, type Hosting } from './environment.ts';
import { parseVersion } from './version.ts';

/** An environment as LifeTime lists it, in the form of the setting `outsystemsSsl.environments`. */
export interface FoundEnvironment {
  readonly name: string;
  readonly address: string;
  readonly version?: string;
  readonly type?: EnvironmentType;
  readonly hosting: Hosting;
  /** origin, with https */
  readonly lifetime: string;
  readonly order: number;
}

export interface LifetimeListing {
  /** by their order in LifeTime; names are unique */
  readonly environments: readonly FoundEnvironment[];
  /** what was odd about the list, as sentences */
  readonly notices: readonly string[];
}

/** LifeTime's answer has another shape than its documentation says. */
export class LifetimeShapeError extends Error {
  override readonly name = 'LifetimeShapeError';
  readonly code = 'shape';
  /** place in the list, from 1 on; undefined where it is no list */
  readonly entry: number | undefined;
  /** as LifeTime calls it; undefined where the entry as a whole is something else */
  readonly field: string | undefined;

  constructor(entry?: number, field?: string) {
    super(`entry ${entry ?? '–'}, field ${field ?? '–'}`);
    this.entry = entry;
    this.field = field;
  }
}

/**
 * Reads what LifeTime's REST API answers to `environments/`. Two entries with one key are one; of two with one name the
 * second is told apart by its address.
 *
 * @param json the parsed body
 * @param lifetime origin of that LifeTime
 * @throws LifetimeShapeError
 * @see OutSystems documentation, LifeTime API v1 and v2, `Environment`
 */
export function readLifetimeEnvironments(json: unknown, lifetime: string): LifetimeListing {
  if (!Array.isArray(json)) throw new LifetimeShapeError();
  const notices: string[] = [];
  const keys = new Set<string>();
  const addresses = new Map<string, string>();
  const found: FoundEnvironment[] = [];
  for (const [i, raw] of json.entries()) {
    const entry = new EntryReader(raw, i + 1);
    const key = entry.text('Key');
    const environment = environmentOf(entry, i, lifetime, notices);
    if (key !== undefined && keys.has(key)) {
      notices.push(`LifeTime lists “${environment.name}” twice; it is taken once.`);
      continue;
    }
    if (key !== undefined) keys.add(key);
    const twin = addresses.get(environment.address);
    if (twin !== undefined)
      notices.push(`“${twin}” and “${environment.name}” have the same address, ${environment.address}.`);
    addresses.set(environment.address, environment.name);
    found.push(environment);
  }
  found.sort((a, b) => a.order - b.order);
  return { environments: withUniqueNames(found, notices), notices };
}

function environmentOf(entry: EntryReader, index: number, lifetime: string, notices: string[]): FoundEnvironment {
  const name = entry.required('Name', entry.text('Name'));
  const { host, port } = endpointOf(entry.text('HostName'));
  const address = entry.required('HostName', host);
  if (port !== undefined)
    notices.push(`LifeTime gives “${name}” the port ${port}; it is left out, since the setting has no place for it.`);
  const said = entry.text('OSVersion');
  const version = versionOf(said);
  if (said !== undefined && version === undefined)
    notices.push(`The version of “${name}”, “${said}”, is not four numbers; it is left out.`);
  const kind = entry.text('EnvironmentType');
  const type = ENVIRONMENT_TYPES.find((one) => one === kind);
  const cloud = entry.of('IsCloudEnvironment', 'boolean');
  return {
    name,
    address,
    ...(version !== undefined && { version }),
    ...(type && { type }),
    hosting: cloud === false ? 'selfManaged' : 'cloud',
    lifetime,
    order: entry.of('Order', 'number') ?? index,
  };
}

function withUniqueNames(found: readonly FoundEnvironment[], notices: string[]): readonly FoundEnvironment[] {
  const names = new Set<string>();
  return found.map((environment) => {
    const name = uniqueName(environment, names);
    if (name !== environment.name)
      notices.push(
        `LifeTime has several environments called “${environment.name}”; one of them is listed as “${name}”.`,
      );
    names.add(name);
    return { ...environment, name };
  });
}

/** The name, with the address behind it where it is taken, and a number where that is, too. */
export function uniqueName({ name, address }: { name: string; address: string }, taken: ReadonlySet<string>): string {
  const candidates = [name, `${name} (${address})`];
  for (let i = 2; ; i++) {
    const free = candidates.find((candidate) => !taken.has(candidate));
    if (free !== undefined) return free;
    candidates.push(`${name} (${address}, ${i})`);
  }
}

/** Out of a host name, or what stands for one: with scheme, path or port. */
export function endpointOf(text: string | undefined): { readonly host?: string; readonly port?: string } {
  if (text === undefined) return {};
  const bare = text.replace(/^https?:\/\//i, '').replace(/\/.*$/, '');
  const alone = normaliseDomain(bare)?.ascii;
  if (alone !== undefined) return { host: alone };
  const match = /^(.+):(\d{1,5})$/.exec(bare);
  const host = match?.[1] && normaliseDomain(match[1])?.ascii;
  return host && match[2] ? { host, port: match[2] } : {};
}

/** The four numbers, also where something stands behind them: `11.28.1.0 (Build 41234)`. */
function versionOf(text: string | undefined): string | undefined {
  const numbers = text?.replace(/\s.*$/s, '');
  return numbers !== undefined && parseVersion(numbers) ? numbers : undefined;
}

/** Takes typed values out of one entry. A field that is null or not there is as good as absent. */
class EntryReader {
  readonly #raw: Readonly<Record<string, unknown>>;
  readonly #place: number;

  constructor(raw: unknown, place: number) {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) throw new LifetimeShapeError(place);
    this.#raw = raw as Readonly<Record<string, unknown>>;
    this.#place = place;
  }

  of(field: string, type: 'number'): number | undefined;
  of(field: string, type: 'boolean'): boolean | undefined;
  of(field: string, type: 'string'): string | undefined;
  of(field: string, type: 'number' | 'boolean' | 'string'): unknown {
    const value = this.#raw[field] ?? undefined;
    if (value !== undefined && (typeof value !== type || value === Infinity || value === -Infinity))
      throw new LifetimeShapeError(this.#place, field);
    return value;
  }

  text(field: string): string | undefined {
    return this.of(field, 'string')?.trim() || undefined;
  }

  required(field: string, value: string | undefined): string {
    if (value === undefined) throw new LifetimeShapeError(this.#place, field);
    return value;
  }
}
