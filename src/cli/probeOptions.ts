import { EXPIRY_WARNING_DAYS } from '../core/rules/validity.ts';
import { normaliseDomain } from '../core/x509/domains.ts';
import type { ProbeTarget } from '../net/probe.ts';
import { type Options, passwordOf } from './options.ts';
import { readArguments } from './readArguments.ts';
import { UsageError } from './usage.ts';

export interface ProbeCommandOptions extends Pick<Options, 'trust' | 'defaultTrust' | 'password'> {
  readonly targets: readonly ProbeTarget[];
  /** file with the certificate that should be served */
  readonly expect: string | null;
  readonly warnDays: number;
  readonly json: boolean;
}

/** Reads what stands behind `probe`. @throws UsageError */
export function parseProbeOptions(argv: readonly string[]): ProbeCommandOptions | 'help' {
  const { values, positionals } = readArguments(argv, {
    trust: { type: 'string', multiple: true },
    'no-default-trust': { type: 'boolean' },
    expect: { type: 'string' },
    'password-env': { type: 'string' },
    'password-file': { type: 'string' },
    'warn-days': { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) return 'help';
  if (positionals.length === 0) throw new UsageError('Name the hosts to look at: probe apps.acme.com');
  const password = passwordOf(values['password-env'], values['password-file']);
  if (password && values.expect === undefined)
    throw new UsageError(`--password-${password.from} is for the file of --expect.`);
  return {
    targets: positionals.map(targetOf),
    trust: values.trust ?? [],
    defaultTrust: !values['no-default-trust'],
    expect: values.expect ?? null,
    password,
    warnDays: warnDaysOf(values['warn-days']),
    json: values.json ?? false,
  };
}

function targetOf(text: string): ProbeTarget {
  const alone = normaliseDomain(text);
  if (alone) return { host: alone.ascii };
  const match = /^(.+):(\d{1,5})$/.exec(text);
  const host = match?.[1] && normaliseDomain(match[1]);
  const port = Number(match?.[2]);
  if (!host || port < 1 || port > 65_535)
    throw new UsageError(`“${text}” is no host: write apps.acme.com or apps.acme.com:8443.`);
  return { host: host.ascii, port };
}

/** As the setting outsystemsSsl.expiryWarningDays. */
function warnDaysOf(text: string | undefined): number {
  if (text === undefined) return EXPIRY_WARNING_DAYS;
  const days = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (days < 1 || days > 398) throw new UsageError(`--warn-days takes a number from 1 to 398, not “${text}”.`);
  return days;
}
