import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PfxError } from '../src/core/pkcs12/errors.ts';
import type { PublicBag as Bag, PublicContents } from '../src/core/pkcs12/publicContents.ts';
import { WorkerClient } from '../src/worker/workerClient.ts';

/**
 * What a manifest says of one file.
 *
 * - `open`: opens, with as many certificates and keys as stated. The one departure: pk12util adds the issuers to the certificate
 *   that it was asked for, and some manifests count that one alone; in a file of NSS the certificates that are tied to a key by
 *   a local key id count as well as all.
 * - `open-partial`: opens, and at least one bag cannot be used: it is under another password, or of an algorithm that
 *   nothing here can use (a GOST key). The counts are of what a reader got at that stops where it gets stuck, so there may be
 *   more certificates and usable keys than stated, not fewer.
 * - `reject`: refused with any code.
 * - `unsupported`: refused because of an algorithm or of public-key mode (RFC 7292 §3.1).
 * - `password-unknown`: nobody knows the password. The file is a PFX, so without one it must be `passwordMissing`.
 * - `open-or-reject`: readers differ for a reason (a PBMAC1 key length out of the ordinary). Either opens with something in
 *   it, or is refused for its structure, a limit or an algorithm; not for its password, which is right.
 */
const EXPECTATIONS = ['open', 'open-partial', 'reject', 'unsupported', 'password-unknown', 'open-or-reject'] as const;
type Expectation = (typeof EXPECTATIONS)[number];

/** An entry of a manifest; it may have further fields, and lack all but the first. */
export interface Entry {
  readonly file: string;
  readonly password?: string | null;
  readonly sha256?: string | null;
  /** one of `EXPECTATIONS` in the manifests that are known */
  readonly expect?: string;
  /** null or absent where the manifest does not say */
  readonly certs?: number | null;
  readonly keys?: number | null;
}

export type Outcome = { readonly contents: PublicContents } | { readonly error: unknown };

/**
 * Opens every file of `folder/manifest.json` in the worker, as the editor does, and compares what comes of it with what the
 * manifest expects. Prints the differences, each with its reason, the slowest file and the count.
 * @returns whether all are as expected
 */
export async function run(folder: string): Promise<boolean> {
  const entries = await readManifest(folder);
  if (typeof entries === 'string') {
    console.log(`${entries}\npfx: 0 of 0 as expected`);
    return false;
  }
  const worker = new WorkerClient(new URL('../src/worker/worker.ts', import.meta.url));
  await worker.run('readAuthorities', { bytes: new Uint8Array(0) }); // warm, as in an editor that has opened a file before
  let expected = 0;
  let slowest = { file: 'none', millis: 0 };
  for (const entry of entries) {
    const bytes = await readFile(join(folder, entry.file)).catch((error: Error) => error);
    if (bytes instanceof Error) {
      console.log(`${entry.file}: cannot be read: ${bytes.message}`);
      continue;
    }
    const started = performance.now();
    const outcome = await open(worker, bytes, entry.password ?? undefined);
    const millis = performance.now() - started;
    if (millis > slowest.millis) slowest = { file: entry.file, millis };
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const intact = !entry.sha256 || sha256 === entry.sha256.toLowerCase();
    const difference = intact ? differenceOf(entry, outcome) : 'the file is not the one that the manifest describes';
    if (difference) console.log(`${entry.file}: ${difference}`);
    else expected++;
  }
  worker.dispose();
  console.log(`slowest: ${slowest.file}, ${Math.round(slowest.millis)} ms`);
  console.log(`pfx: ${expected} of ${entries.length} as expected`);
  return expected === entries.length && entries.length > 0;
}

/** The entries, or why there are none, as a line to print. */
async function readManifest(folder: string): Promise<readonly Entry[] | string> {
  const path = join(folder, 'manifest.json');
  try {
    const entries: unknown = JSON.parse(await readFile(path, 'utf8'));
    const sound =
      Array.isArray(entries) && entries.every((entry: Partial<Entry> | null) => typeof entry?.file === 'string');
    return sound ? (entries as readonly Entry[]) : `${path}: expected a list of entries, each with the name of a file`;
  } catch (error) {
    return `${path}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

async function open(worker: WorkerClient, bytes: Uint8Array, password: string | undefined): Promise<Outcome> {
  try {
    return { contents: (await worker.run('open', { bytes, password })).contents };
  } catch (error) {
    return { error };
  }
}

/** How an outcome differs from what the manifest expects, as the end of a line; undefined where it does not. */
export function differenceOf(entry: Entry, outcome: Outcome): string | undefined {
  const expect = EXPECTATIONS.find((known) => known === entry.expect);
  const came = describe(outcome);
  if (!expect) return `the manifest expects “${entry.expect ?? 'nothing'}”, which is not known here; it ${came}`;
  if ('error' in outcome) {
    const fits = outcome.error instanceof PfxError && refusals[expect](outcome.error.code);
    return fits ? undefined : `expected ${wanted(entry)}; it ${came}`;
  }
  const reason = whyNotOpened(expect, entry, outcome.contents);
  return reason === undefined ? undefined : `expected ${wanted(entry)}; it ${came}${reason && `: ${reason}`}`;
}

/** Why something that opened should not have, or not so; empty where there is nothing to add; undefined where all is well. */
function whyNotOpened(expect: Expectation, { certs, keys }: Entry, contents: PublicContents): string | undefined {
  const { certificates, keys: found, usableKeys, bags } = countsOf(contents);
  switch (expect) {
    case 'open': {
      const byNss = contents.structure.producer?.startsWith('NSS') === true;
      const sameCertificates =
        certs === undefined ||
        certs === null ||
        certs === certificates ||
        (byNss && certs === certificatesOfKeys(contents.bags));
      return sameCertificates && found === (keys ?? found) ? undefined : 'other counts';
    }
    case 'open-partial':
      if (certificates + usableKeys === bags) return 'everything in it can be used';
      return certificates >= (certs ?? 0) && usableKeys >= (keys ?? 0) ? undefined : 'fewer than stated';
    case 'open-or-reject':
      return certificates + found > 0 ? undefined : 'there is nothing in it';
    default:
      return '';
  }
}

function wanted({ expect, certs, keys }: Entry): string {
  const counts = typeof certs === 'number' || typeof keys === 'number';
  return `${expect ?? ''}${counts && expect?.startsWith('open') ? ` with ${certs ?? 'any'} certificates, ${keys ?? 'any'} keys` : ''}`;
}

function describe(outcome: Outcome): string {
  if ('contents' in outcome) {
    const { certificates, keys, usableKeys, bags } = countsOf(outcome.contents);
    const others = bags - certificates - keys;
    return `opened with ${certificates} certificates, ${keys} keys (${usableKeys} usable), ${others} others`;
  }
  const { error } = outcome;
  if (error instanceof PfxError) return `was refused: ${error.code} ${JSON.stringify(error.detail)}`;
  return `failed with another error than ours: ${String(error)}`;
}

function countsOf({ bags }: PublicContents): { certificates: number; keys: number; usableKeys: number; bags: number } {
  return {
    certificates: bags.filter(({ kind }) => kind === 'certificate').length,
    keys: bags.filter(({ kind }) => kind === 'key').length,
    usableKeys: bags.filter(isUsableKey).length,
    bags: bags.length,
  };
}

const refusals: Readonly<Record<Expectation, (code: PfxError['code']) => boolean>> = {
  open: () => false,
  'open-partial': () => false,
  reject: () => true,
  unsupported: (code) => code === 'unsupportedAlgorithm' || code === 'publicKeyMode',
  'password-unknown': (code) => code === 'passwordMissing',
  'open-or-reject': (code) => code === 'malformed' || code === 'limit' || code === 'unsupportedAlgorithm',
};

/** A key of a kind that is known, or of which at least the public half could be worked out. */
function isUsableKey(bag: Bag): boolean {
  return bag.kind === 'key' && (bag.algorithm.kind !== 'other' || bag.spki !== undefined);
}

function certificatesOfKeys(bags: readonly Bag[]): number {
  const ids = new Set(bags.flatMap((bag) => (bag.kind === 'key' && bag.localKeyId ? [bag.localKeyId] : [])));
  return bags.filter((bag) => bag.kind === 'certificate' && ids.has(bag.localKeyId ?? '')).length;
}
