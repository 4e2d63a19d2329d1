import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PfxError } from '../src/core/pkcs12/errors.ts';
import type { PublicBag as Bag, PublicContents } from '../src/core/pkcs12/publicContents.ts';
import { WorkerClient } from '../src/worker/workerClient.ts';

/**
 * What a manifest says of one file.
 *
 * - `open`: opens, with as many certificates and keys as stated. Some manifests count the certificates that were asked for, and
 *   not the issuers that a tool (pk12util) adds by itself: those that are tied to a key by a local key id count as well as all.
 * - `open-partial`: opens, and at least one bag cannot be used: it is under another password, or of an algorithm that
 *   nothing here can use (a GOST key). The counts are of what a reader got at that stops where it gets stuck, so there may be
 *   more certificates and usable keys than stated, not fewer.
 * - `reject`: refused with any code.
 * - `unsupported`: refused because of an algorithm or of public-key mode (RFC 7292 §3.1).
 * - `password-unknown`: nobody knows the password. The file is a PFX, so without one it must be `passwordMissing`.
 * - `open-or-reject`: readers differ for a reason (a PBMAC1 key length out of the ordinary). Either opens with something in
 *   it, or is refused for its structure, a limit or an algorithm; not for its password, which is right.
 */
type Expectation = 'open' | 'open-partial' | 'reject' | 'unsupported' | 'password-unknown' | 'open-or-reject';

interface Entry {
  readonly file: string;
  readonly password: string | null;
  readonly sha256: string;
  readonly expect: Expectation;
  /** null or absent where the manifest does not say */
  readonly certs?: number | null;
  readonly keys?: number | null;
}

type Outcome = { readonly contents: PublicContents } | { readonly error: unknown };

/**
 * Opens every file of `folder/manifest.json` in the worker, as the editor does, and compares what comes of it with what the manifest expects. Prints the
 * differences, the slowest file and the count.
 * @returns whether all are as expected
 */
export async function run(folder: string): Promise<boolean> {
  const entries = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as readonly Entry[];
  const worker = new WorkerClient(new URL('../src/worker/worker.ts', import.meta.url));
  let expected = 0;
  let slowest = { file: '', millis: -1 };
  for (const entry of entries) {
    const bytes = await readFile(join(folder, entry.file));
    const started = performance.now();
    const outcome = await open(worker, bytes, entry.password ?? undefined);
    const millis = performance.now() - started;
    if (millis > slowest.millis) slowest = { file: entry.file, millis };
    const intact = createHash('sha256').update(bytes).digest('hex') === entry.sha256;
    const difference = intact ? differenceOf(entry, outcome) : 'the file is not the one that the manifest describes';
    if (difference) console.log(`${entry.file}: ${difference}`);
    else expected++;
  }
  worker.dispose();
  console.log(`slowest: ${slowest.file}, ${Math.round(slowest.millis)} ms`);
  console.log(`pfx: ${expected} of ${entries.length} as expected`);
  return expected === entries.length;
}

async function open(worker: WorkerClient, bytes: Uint8Array, password: string | undefined): Promise<Outcome> {
  try {
    return { contents: (await worker.run('open', { bytes, password })).contents };
  } catch (error) {
    return { error };
  }
}

function differenceOf(entry: Entry, outcome: Outcome): string | undefined {
  if ('error' in outcome) {
    if (!(outcome.error instanceof PfxError)) return `failed with another error than ours: ${String(outcome.error)}`;
    const { code, detail } = outcome.error;
    return refusals[entry.expect](code)
      ? undefined
      : `expected ${entry.expect}, refused: ${code} ${JSON.stringify(detail)}`;
  }
  const { bags } = outcome.contents;
  const certificates = bags.filter(({ kind }) => kind === 'certificate').length;
  const keys = bags.filter(({ kind }) => kind === 'key').length;
  const usableKeys = bags.filter(isUsableKey).length;
  const held = `${certificates} certificates, ${keys} keys (${usableKeys} usable), ${bags.length - certificates - keys} others`;
  switch (entry.expect) {
    case 'open': {
      const stated = entry.certs ?? certificates;
      const sameCertificates = stated === certificates || stated === certificatesOfKeys(bags);
      return sameCertificates && keys === (entry.keys ?? keys)
        ? undefined
        : `expected ${entry.certs} certificates, ${entry.keys} keys, got ${held}`;
    }
    case 'open-partial': {
      if (certificates + usableKeys === bags.length) return `expected to open in part, opened whole with ${held}`;
      const enough = certificates >= (entry.certs ?? 0) && usableKeys >= (entry.keys ?? 0);
      return enough ? undefined : `expected at least ${entry.certs} certificates, ${entry.keys} keys, got ${held}`;
    }
    case 'open-or-reject':
      return certificates + keys > 0 ? undefined : `opened with ${held}`;
    default:
      return `expected ${entry.expect}, opened with ${held}`;
  }
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
