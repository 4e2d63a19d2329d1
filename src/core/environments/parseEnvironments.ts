import { normaliseDomain } from '../x509/domains.ts';
import { type Environment, ENVIRONMENT_TYPES, HOSTINGS } from './environment.ts';
import { lifetimeOrigin } from './lifetimeOrigin.ts';
import { parseVersion } from './version.ts';

/** What the setting `outsystemsSsl.environments` holds, each entry either an environment or told to be broken. */
export type EnvironmentEntry =
  | { readonly index: number; readonly environment: Environment }
  | {
      readonly index: number;
      /** its name, where that can be read */
      readonly name: string | null;
      /** what is wrong, as sentences */
      readonly problems: readonly string[];
    };

/**
 * Reads the setting's value, whatever it is. One broken entry never hides the others.
 * Sound entries come sorted by `order`; broken ones keep their place among them.
 */
export function parseEnvironments(value: unknown): readonly EnvironmentEntry[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    return [{ index: 0, name: null, problems: ['“outsystemsSsl.environments” must be a list: […].'] }];
  }
  const names = new Set<string>();
  const entries = value.map((raw: unknown, index): EnvironmentEntry => {
    const entry = parseEntry(raw, index);
    if (!('environment' in entry)) return entry;
    const { name } = entry.environment;
    if (names.has(name))
      return { index, name, problems: [`There is another environment called “${name}”. Give each a name of its own.`] };
    names.add(name);
    return entry;
  });
  return entries.sort((a, b) => orderOf(a) - orderOf(b) || a.index - b.index);
}

/** The sound ones alone. */
export function environmentsOf(entries: readonly EnvironmentEntry[]): readonly Environment[] {
  return entries.flatMap((entry) => ('environment' in entry ? [entry.environment] : []));
}

function orderOf(entry: EnvironmentEntry): number {
  return 'environment' in entry ? entry.environment.order : Number.MAX_SAFE_INTEGER;
}

function parseEntry(raw: unknown, index: number): EnvironmentEntry {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return { index, name: null, problems: ['The entry must be an object: { "name": …, "address": … }.'] };
  }
  const fields = new FieldReader(raw as Readonly<Record<string, unknown>>);
  const environment: Environment = {
    name: READ.name(fields),
    address: READ.address(fields),
    domains: READ.domains(fields),
    version: READ.version(fields),
    hosting: READ.hosting(fields),
    fedRamp: READ.fedRamp(fields),
    type: READ.type(fields),
    lifetime: READ.lifetime(fields),
    order: READ.order(fields),
  };
  if (fields.problems.length === 0) return { index, environment };
  return { index, name: environment.name || null, problems: fields.problems };
}

/** What is wrong with one field of an entry, as a sentence. */
export function fieldProblem(field: keyof Environment, value: unknown): string | undefined {
  const fields = new FieldReader({ [field]: value });
  READ[field](fields);
  return fields.problems[0];
}

const READ: { readonly [K in keyof Environment]: (fields: FieldReader) => Environment[K] } = {
  name: (fields) =>
    fields.text('name') ?? fields.missing('name', 'Give the environment a name, for example "Production".'),
  address: (fields) =>
    fields.host('address') ??
    fields.missing('address', 'Give its address, for example "acme.outsystemsenterprise.com".'),
  domains: (fields) => fields.hosts('domains'),
  version: (fields) => fields.version('version'),
  hosting: (fields) => fields.oneOf('hosting', HOSTINGS) ?? 'cloud',
  fedRamp: (fields) => fields.flag('fedRamp'),
  type: (fields) => fields.oneOf('type', ENVIRONMENT_TYPES) ?? null,
  lifetime: (fields) => fields.origin('lifetime'),
  order: (fields) => fields.number('order') ?? Number.MAX_SAFE_INTEGER - 1,
};

/** Takes typed values out of a settings entry and gathers what is wrong with the others. */
class FieldReader {
  readonly problems: string[] = [];
  readonly #raw: Readonly<Record<string, unknown>>;

  constructor(raw: Readonly<Record<string, unknown>>) {
    this.#raw = raw;
  }

  text(key: string): string | undefined {
    const value = this.#raw[key];
    if (value === undefined || value === '') return undefined;
    if (typeof value === 'string' && value.trim()) return value.trim();
    this.problems.push(`“${key}” must be a text.`);
    return undefined;
  }

  missing(key: string, hint: string): string {
    if (this.#raw[key] === undefined || this.#raw[key] === '') this.problems.push(`“${key}” is missing. ${hint}`);
    return '';
  }

  host(key: string): string | undefined {
    const text = this.text(key);
    return text === undefined ? undefined : this.#hostOf(text, key);
  }

  hosts(key: string): readonly string[] {
    const value = this.#raw[key] ?? [];
    if (!Array.isArray(value) || value.some((item) => typeof item !== 'string')) {
      this.problems.push(`“${key}” must be a list of host names, for example ["apps.acme.com"].`);
      return [];
    }
    return [...new Set(value.flatMap((text: string) => this.#hostOf(text, key) ?? []))];
  }

  version(key: string): string | null {
    const text = this.text(key);
    if (text !== undefined && !parseVersion(text)) {
      this.problems.push(`“${key}” must be four numbers, for example "11.28.1.0"; it is “${text}”.`);
    }
    return text ?? null;
  }

  oneOf<T extends string>(key: string, allowed: readonly T[]): T | undefined {
    const value = this.#raw[key];
    const found = allowed.find((item) => item === value);
    if (value !== undefined && found === undefined) {
      this.problems.push(`“${key}” must be one of ${allowed.map((item) => `"${item}"`).join(', ')}.`);
    }
    return found;
  }

  origin(key: string): string | null {
    const text = this.text(key);
    if (text === undefined) return null;
    const origin = lifetimeOrigin(text);
    if (origin === undefined) {
      this.problems.push(
        `“${key}” must be an address like "https://acme-lt.outsystemsenterprise.com"; it is “${text}”.`,
      );
    }
    return origin ?? null;
  }

  number(key: string): number | undefined {
    const value = this.#raw[key];
    if (value === undefined || (typeof value === 'number' && Number.isFinite(value))) return value;
    this.problems.push(`“${key}” must be a number.`);
    return undefined;
  }

  flag(key: string): boolean {
    const value = this.#raw[key] ?? false;
    if (typeof value === 'boolean') return value;
    this.problems.push(`“${key}” must be true or false.`);
    return false;
  }

  #hostOf(text: string, key: string): string | undefined {
    const host = normaliseDomain(text);
    if (!host)
      this.problems.push(`“${text}” in “${key}” is not a host name. Write it without https://, path or wildcard.`);
    return host?.ascii;
  }
}
