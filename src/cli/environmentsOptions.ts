import { readArguments } from './readArguments.ts';
import { UsageError } from './usage.ts';

export interface EnvironmentsOptions {
  readonly lifetime: string;
  /** name of the environment variable that holds the token */
  readonly tokenEnv: string;
  readonly trust: readonly string[];
  readonly json: boolean;
}

/** Reads what stands behind `environments`. @throws UsageError */
export function parseEnvironmentsOptions(argv: readonly string[]): EnvironmentsOptions | 'help' {
  const { values, positionals } = readArguments(argv, {
    lifetime: { type: 'string' },
    'token-env': { type: 'string' },
    trust: { type: 'string', multiple: true },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) return 'help';
  const [stray] = positionals;
  // not shown: it may be the token
  if (stray !== undefined) throw new UsageError('Everything of “environments” stands behind an option.');
  if (values.lifetime === undefined)
    throw new UsageError('Name the LifeTime: --lifetime https://acme-lt.outsystemsenterprise.com');
  if (values['token-env'] === undefined)
    throw new UsageError('Name the environment variable with the token: --token-env VAR');
  return {
    lifetime: values.lifetime,
    tokenEnv: values['token-env'],
    trust: values.trust ?? [],
    json: values.json ?? false,
  };
}
