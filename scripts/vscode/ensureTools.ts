import { spawnSync } from 'node:child_process';
import { ScriptError, runAsScript } from '../lib/run.ts';
import { which } from '../lib/which.ts';
import { findBrowser } from './findBrowser.ts';

interface Tool {
  readonly name: string;
  /** Debian's packages that bring it */
  readonly packages: readonly string[];
  readonly isThere: () => boolean;
}

const browser: Tool = {
  name: 'Chromium, Chrome or Edge',
  packages: ['chromium', 'fonts-dejavu-core'],
  isThere: () => findBrowser() !== undefined,
};

/** What the tests hold this product's reading and writing of files against. */
const referenceTools: readonly Tool[] = [
  command('openssl', 'openssl'),
  command('keytool', 'openjdk-17-jre-headless'),
  command('certtool', 'gnutls-bin'),
  command('pk12util', 'libnss3-tools'),
];

function command(name: string, ...packages: readonly string[]): Tool {
  return { name, packages, isThere: () => which(name) !== undefined };
}

/**
 * Makes sure that everything the tests need is on this machine: installs it where that may be done (Debian, as root),
 * else fails and says in one line what to install.
 */
export function ensureTools(tools: readonly Tool[] = [browser, ...referenceTools]): void {
  const missing = tools.filter((tool) => !tool.isThere());
  if (missing.length === 0) return;
  const names = missing.map((tool) => tool.name).join('; ');
  const packages = missing.flatMap((tool) => tool.packages);
  if (process.getuid?.() !== 0 || which('apt-get') === undefined) {
    throw new ScriptError(`The tests need ${names}: install it (on Debian: apt-get install ${packages.join(' ')}).`);
  }
  console.log(`Installing ${packages.join(' ')} …`);
  aptGet('update', '-q');
  aptGet('install', '-q', '-y', '--no-install-recommends', ...packages);
  const still = missing.filter((tool) => !tool.isThere()).map((tool) => tool.name);
  if (still.length > 0) throw new ScriptError(`Installed ${packages.join(' ')}, yet not found: ${still.join('; ')}.`);
}

function aptGet(...args: readonly string[]): void {
  const result = spawnSync('apt-get', args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  if (result.status !== 0) throw new ScriptError(`apt-get ${args.join(' ')} failed:\n${result.stderr}`);
}

await runAsScript(import.meta.url, () => ensureTools());
