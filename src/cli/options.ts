import type { Environment } from '../core/environments/environment.ts';
import { type Language, LANGUAGES } from '../core/language.ts';
import { belongsToOutSystems } from '../core/environments/outsystemsDomains.ts';
import { parseVersion } from '../core/environments/version.ts';
import { Limit } from '../core/pkcs12/limits.ts';
import { parseIsoTime } from '../core/time.ts';
import { normaliseDomain } from '../core/x509/domains.ts';
import { readArguments } from './readArguments.ts';
import { UsageError } from './usage.ts';

/** Where a password comes from: the name of an environment variable or of a file. */
export interface PasswordSource {
  readonly from: 'env' | 'file';
  readonly name: string;
}

export interface Options {
  readonly file: string;
  readonly password: PasswordSource | null;
  /** of keys and parts that have one of their own */
  readonly keyPasswords: readonly PasswordSource[];
  /** iterations of one derivation that the user insists on; null for the usual limit */
  readonly maxIterations: number | null;
  /** made of `--host` and `--version`, called after its first host; null without either */
  readonly environment: Environment | null;
  readonly trust: readonly string[];
  readonly defaultTrust: boolean;
  /** milliseconds since 1970-01-01T00:00:00Z; null for now */
  readonly at: number | null;
  /** fetch missing issuers; ask whether the chain is revoked; take private addresses for both */
  readonly online: { readonly issuers: boolean; readonly revocation: boolean; readonly privateAddresses: boolean };
  readonly output: 'text' | 'json' | 'ticket';
  /** of the ticket draft */
  readonly language: Language;
}

/**
 * Reads the command line.
 * @returns `help` where that was asked for
 * @throws UsageError
 */
export function parseOptions(argv: readonly string[]): Options | 'help' {
  const { values, positionals } = parse(argv);
  if (values.help) return 'help';
  const [command, file, ...more] = positionals;
  if (command !== 'check')
    throw new UsageError(
      command === undefined
        ? 'Say what to do: check FILE.pfx, probe HOST, or environments.'
        : `There is no command “${command}”.`,
    );
  if (file === undefined) throw new UsageError('Name the PFX file to check.');
  if (more.length > 0) throw new UsageError(`One file at a time: what is “${more[0] ?? ''}”?`);
  if (values.json && values.ticket) throw new UsageError('--json and --ticket exclude each other.');
  return {
    file,
    password: passwordOf(values['password-env'], values['password-file']),
    keyPasswords: [
      ...(values['key-password-env'] ?? []).map((name) => ({ from: 'env' as const, name })),
      ...(values['key-password-file'] ?? []).map((name) => ({ from: 'file' as const, name })),
    ],
    maxIterations: iterationsOf(values['max-iterations']),
    environment: environmentOf(values.host ?? [], values.version),
    trust: values.trust ?? [],
    defaultTrust: !values['no-default-trust'],
    at: timeOf(values.at),
    online: onlineOf(values),
    output: values.json ? 'json' : values.ticket ? 'ticket' : 'text',
    language: languageOf(values),
  };
}

const OPTIONS = {
  'password-env': { type: 'string' },
  'password-file': { type: 'string' },
  'key-password-env': { type: 'string', multiple: true },
  'key-password-file': { type: 'string', multiple: true },
  'max-iterations': { type: 'string' },
  host: { type: 'string', multiple: true },
  version: { type: 'string' },
  trust: { type: 'string', multiple: true },
  'no-default-trust': { type: 'boolean' },
  at: { type: 'string' },
  'fetch-issuers': { type: 'boolean' },
  revocation: { type: 'boolean' },
  'allow-private-addresses': { type: 'boolean' },
  json: { type: 'boolean' },
  ticket: { type: 'boolean' },
  language: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const parse = (argv: readonly string[]) => readArguments(argv, OPTIONS);

/** @throws UsageError for both */
export function passwordOf(env: string | undefined, file: string | undefined): Options['password'] {
  if (env !== undefined && file !== undefined)
    throw new UsageError('--password-env and --password-file exclude each other.');
  if (env !== undefined) return { from: 'env', name: env };
  return file === undefined ? null : { from: 'file', name: file };
}

function onlineOf(values: ReturnType<typeof parse>['values']): Options['online'] {
  const issuers = values['fetch-issuers'] ?? false;
  const revocation = values.revocation ?? false;
  const privateAddresses = values['allow-private-addresses'] ?? false;
  if (privateAddresses && !issuers && !revocation)
    throw new UsageError('--allow-private-addresses goes with --fetch-issuers or --revocation.');
  if (revocation && values.at !== undefined)
    throw new UsageError('--at and --revocation exclude each other: a CA answers for now only.');
  return { issuers, revocation, privateAddresses };
}

function languageOf({ language, ticket }: ReturnType<typeof parse>['values']): Language {
  if (language === undefined) return 'en';
  if (!ticket) throw new UsageError('--language goes with --ticket: everything else is in English.');
  const known = LANGUAGES.find((one) => one === language);
  if (!known) throw new UsageError(`--language takes ${LANGUAGES.join(' or ')}, not “${language}”.`);
  return known;
}

function iterationsOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const count = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  if (count < 1 || count > Limit.countableIterations) {
    throw new UsageError(`--max-iterations takes a number from 1 to ${Limit.countableIterations}, not “${text}”.`);
  }
  return count;
}

function environmentOf(hosts: readonly string[], version: string | undefined): Environment | null {
  if (version !== undefined && !parseVersion(version))
    throw new UsageError(`--version takes four numbers such as 11.28.1.0, not “${version}”.`);
  const domains = hosts.map((host) => {
    const domain = normaliseDomain(host);
    if (!domain) throw new UsageError(`--host takes a host name such as apps.acme.com, not “${host}”.`);
    return domain.ascii;
  });
  const [first] = domains;
  if (first === undefined && version === undefined) return null;
  // OutSystems' own names decide the route, wherever they stand
  const address = domains.find(belongsToOutSystems) ?? first ?? '';
  return {
    name: first ?? '',
    address,
    domains: [...new Set(domains)],
    version: version ?? null,
    hosting: 'cloud',
    fedRamp: false,
    type: null,
    lifetime: null,
    order: 0,
  };
}

function timeOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const time = parseIsoTime(text);
  if (time === undefined) throw new UsageError(`--at takes a time such as 2027-03-01T12:00:00Z, not “${text}”.`);
  return time;
}
