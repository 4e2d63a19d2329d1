#!/usr/bin/env node
import type { FoundEnvironment } from '../core/environments/lifetimeEnvironments.ts';
import { PfxError } from '../core/pkcs12/errors.ts';
import { openProblem } from '../core/report/openProblem.ts';
import type { Report } from '../core/report/report.ts';
import { printable, reportText } from '../core/report/reportText.ts';
import { servedText } from '../core/served/servedText.ts';
import { LifetimeError } from '../net/lifetimeError.ts';
import { Interrupted } from './askPassword.ts';
import { check } from './check.ts';
import { parseEnvironmentsOptions } from './environmentsOptions.ts';
import { type Options, parseOptions } from './options.ts';
import { parseProbeOptions } from './probeOptions.ts';
import { InputError, USAGE, UsageError } from './usage.ts';

const EXIT = { ok: 0, errorsFound: 1, notChecked: 2, interrupted: 130 } as const;

async function main(argv: readonly string[]): Promise<number> {
  try {
    const [command, ...rest] = argv;
    switch (command) {
      case 'probe':
        return await runProbe(rest);
      case 'environments':
        return await runEnvironments(rest);
      default:
        return await runCheck(argv);
    }
  } catch (error) {
    if (error instanceof Interrupted) return EXIT.interrupted;
    process.stderr.write(`outsystems-ssl: ${explain(error).split('\n').map(printable).join('\n')}\n`);
    return EXIT.notChecked;
  }
}

async function runCheck(argv: readonly string[]): Promise<number> {
  const options = parseOptions(argv);
  if (options === 'help') return help();
  const report = await check(options);
  await print(await render(report, options));
  return report.verdict === 'errors' ? EXIT.errorsFound : EXIT.ok;
}

/**
 * Threads, of which half may ask the system for addresses: of the usual four one name whose name server is silent would take
 * the half, but for the place that is kept. So there is one for each of 16 hosts that are looked at at once.
 */
const NAMES_AT_ONCE = '36';

async function runProbe(argv: readonly string[]): Promise<number> {
  const options = parseProbeOptions(argv);
  if (options === 'help') return help();
  process.env['UV_THREADPOOL_SIZE'] ??= NAMES_AT_ONCE;
  const { probeHosts } = await import('./probeHosts.ts');
  const report = await probeHosts(options);
  await print(options.json ? jsonText(report) : report.hosts.map(servedText).join('\n'));
  return report.verdict === 'errors' ? EXIT.errorsFound : EXIT.ok;
}

async function runEnvironments(argv: readonly string[]): Promise<number> {
  const options = parseEnvironmentsOptions(argv);
  if (options === 'help') return help();
  const { readEnvironments } = await import('./readEnvironments.ts');
  const { environments, notices } = await readEnvironments(options);
  for (const notice of notices) process.stderr.write(`outsystems-ssl: ${printable(notice)}\n`);
  await print(options.json ? jsonText(environments) : environmentsText(environments));
  return EXIT.ok;
}

async function help(): Promise<number> {
  await print(USAGE);
  return EXIT.ok;
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function environmentsText(environments: readonly FoundEnvironment[]): string {
  if (environments.length === 0) return 'LifeTime lists no environment.\n';
  const lines = environments.map(({ name, address, version, type, hosting }) =>
    [name, address, version ?? '', type ?? '', hosting === 'selfManaged' ? 'self-managed' : ''].join('  ').trimEnd(),
  );
  return `${lines.map(printable).join('\n')}\n`;
}

async function render(report: Report, { language, output }: Options): Promise<string> {
  // a pipe has no columns
  const width = process.stdout.isTTY ? process.stdout.columns : undefined;
  switch (output) {
    case 'json':
      return jsonText(report);
    case 'ticket': {
      const { certificateDraft } = await import('../core/tickets/certificateDraft.ts');
      return certificateDraft({ reports: [report], language }).markdown;
    }
    case 'text':
      return report.environment?.domains.length
        ? reportText(report, width)
        : `${reportText(report, width)}\nTo check the domains as well, name them with --host.\n`;
  }
}

function explain(error: unknown): string {
  if (error instanceof InputError || error instanceof LifetimeError) return error.message;
  if (error instanceof UsageError) return `${error.message}\nSee: outsystems-ssl --help`;
  if (error instanceof PfxError) {
    const { title, detail, mend, insist, lifetimeMessage } = openProblem(error.code, error.detail);
    const how = insist ? ` (--max-iterations ${insist.maxIterations})` : '';
    const predicted = lifetimeMessage === undefined ? '' : `\nLifeTime would say: “${lifetimeMessage}”`;
    return `${title}. ${detail} ${mend}${how}${predicted}`;
  }
  return `An error of this program, not of the file: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

/**
 * Waits until a pipe has taken all of it: ending earlier would cut a long report off. A reader that has seen enough (`| head`)
 * changes nothing of the verdict.
 */
function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.on('error', () => undefined); // the callback below gets it too
    process.stdout.write(text, (error) => {
      if (!error || ('code' in error && error.code === 'EPIPE')) resolve();
      else reject(new InputError(`The report can’t be written: ${error.message}`));
    });
  });
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
