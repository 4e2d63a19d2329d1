import { Asn1Error } from '../asn1/reader.ts';
import { NO_ATTRIBUTES } from './bagAttributes.ts';
import { throwIfCancelled } from './cancelled.ts';
import { isConsistent } from './keyConsistency.ts';
import { privateKeyIn, safeContentsIn } from './decrypted.ts';
import type { Bag, EncryptionFacts, PfxContents } from './contents.ts';
import { PfxError } from './errors.ts';
import { Budget, checkLimit, Limit } from './limits.ts';
import { type Outer, readOuter, type Safe } from './pfxOuter.ts';
import { producerOf } from './producer.ts';
import { recognise } from './recognise.ts';
import { hasWindowsLineEnds } from './recogniseDamaged.ts';
import { type RawBag, readSafeContents, survey } from './safeContents.ts';
import { macFailure, visibleSchemes } from './sealed.ts';
import { Unlocker } from './unlock.ts';

export interface OpenOptions {
  /** iterations of one derivation that the user has agreed to; never lowers the limit of 5 million */
  readonly maxIterations?: number;
  /** further passwords for keys and safes (keytool lets a key have its own), tried after the file's own */
  readonly keyPasswords?: readonly string[];
  readonly signal?: AbortSignal;
}

/**
 * Opens a PFX: checks its MAC, decrypts what the password opens, and says how the file is built. A bag that cannot be read
 * becomes an `unreadable` one; the file is refused only where nothing can be said of it or its password.
 *
 * @param bytes the file, up to 16 MiB; neither kept nor changed
 * @param password undefined tries no and the empty password only
 * @throws PfxError with every code that it has; CancelledError where `options.signal` fired
 * @see RFC 7292, RFC 8018, RFC 9579
 */
export async function openPfx(
  bytes: Uint8Array,
  password: string | undefined,
  options: OpenOptions = {},
): Promise<PfxContents> {
  const input = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length); // a Buffer's slice() would not copy
  const check = (): void => throwIfCancelled(options.signal);
  const budget = new Budget(options.maxIterations);
  const unlocker = new Unlocker([password, ...(options.keyPasswords ?? [])], check);
  try {
    const outer = readFile(input, budget);
    return await unlock(outer, input.length, password, unlocker, budget);
  } catch (error) {
    throw error instanceof Asn1Error ? fromAsn1(error, bytes) : error;
  } finally {
    unlocker.clear();
  }
}

function readFile(bytes: Uint8Array, budget: Budget): Outer {
  checkLimit('size', bytes.length, Limit.size);
  const kind = recognise(bytes);
  if (kind !== 'pfx') throw new PfxError('notPfx', { kind });
  return readOuter(bytes, budget);
}

/** Safes with their bags, those of encrypted ones decrypted. */
type OpenSafe = { readonly bags: readonly RawBag[]; readonly encryption?: EncryptionFacts };

async function unlock(
  outer: Outer,
  size: number,
  password: string | undefined,
  unlocker: Unlocker,
  budget: Budget,
): Promise<PfxContents> {
  const { mac } = outer;
  if (mac && 'unsupported' in mac) {
    throw new PfxError('unsupportedAlgorithm', { algorithm: mac.unsupported, oid: mac.oid });
  }
  unlocker.begin(visibleSchemes(outer).map(({ scheme }) => scheme));
  if (mac && !(await unlocker.macFits(mac, outer.content))) throw await macFailure(outer, password, unlocker);

  const safes: OpenSafe[] = [];
  let ber = outer.ber;
  let furtherPasswords = false;
  for (const safe of outer.safes) {
    const opened = await openSafe(safe, unlocker, budget);
    ber ||= opened.ber;
    furtherPasswords ||= opened.further;
    safes.push(opened);
  }
  const raw = safes.flatMap(({ bags: inside, encryption }) => inside.map((bag) => ({ bag, around: encryption })));
  const certificateEncryption = distinct(safes.flatMap(({ encryption }) => encryption ?? []));
  const producer = producerOf(
    { mac, certificateEncryption },
    ber,
    raw.map(({ bag }) => bag),
  );
  const bags: Bag[] = [];
  const keyEncryption: EncryptionFacts[] = [];
  for (const { bag, around } of raw) {
    if (bag.content.kind === 'shroudedKey' && 'facts' in bag.content.scheme)
      keyEncryption.push(bag.content.scheme.facts);
    const finished = await finishBag(bag, bags.length, unlocker, around);
    furtherPasswords ||= finished.kind === 'key' && finished.furtherPassword === true;
    bags.push(finished);
  }
  refuseWhereNothingOpened(bags, password, unlocker);

  return {
    bags,
    structure: {
      size,
      mac: mac?.facts ?? null,
      certificateEncryption,
      keyEncryption: distinct(keyEncryption),
      passwordEncoding: unlocker.encoding,
      furtherPasswords,
      trailingBytes: outer.trailingBytes,
      ber,
      producer,
    },
  };
}

async function openSafe(
  safe: Safe,
  unlocker: Unlocker,
  budget: Budget,
): Promise<OpenSafe & { ber: boolean; further: boolean }> {
  if (safe.kind === 'plain') return { bags: safe.bags, ber: false, further: false };
  const { scheme, data } = safe;
  if ('unsupported' in scheme) {
    const bags = [unreadable('bags', 'unsupportedAlgorithm', scheme.oid, scheme.unsupported)];
    return { bags, ber: false, further: false };
  }
  const opened = await unlocker.decrypt(scheme, data, (clear) => {
    const root = safeContentsIn(clear, budget);
    if (!root) return undefined;
    const { nodes, ber } = survey(root);
    budget.countNodes(nodes);
    const bags = readSafeContents(root, budget);
    budget.settle();
    return { bags, ber };
  });
  if (!opened) {
    return { bags: [unreadable('bags', 'keyPassword', '')], encryption: scheme.facts, ber: false, further: false };
  }
  return { ...opened.value, encryption: scheme.facts, further: opened.further };
}

function unreadable(
  of: 'key' | 'bags',
  problem: 'keyPassword' | 'unsupportedAlgorithm' | 'malformed',
  oid: string,
  algorithm?: string,
): RawBag {
  const content = { kind: 'unreadable' as const, of, problem, oid, ...(algorithm === undefined ? {} : { algorithm }) };
  return { attributes: NO_ATTRIBUTES, content };
}

/** @param around how the safe is encrypted that holds the bag */
async function finishBag(
  { attributes, content }: RawBag,
  index: number,
  unlocker: Unlocker,
  around: EncryptionFacts | undefined,
): Promise<Bag> {
  const { types: _, ...named } = attributes;
  const common = { index, ...named };
  if (content.kind === 'plainKey') {
    const key = privateKeyIn(content.pkcs8);
    content.pkcs8.fill(0);
    const sound = key && isConsistent(key);
    const encryption = around && { encryption: around };
    return {
      ...common,
      ...(sound ? { kind: 'key', ...key, ...encryption } : unreadable('key', 'malformed', '').content),
    } as Bag;
  }
  if (content.kind !== 'shroudedKey') return { ...common, ...content };
  const { scheme, data } = content;
  if ('unsupported' in scheme) {
    return { ...common, ...unreadable('key', 'unsupportedAlgorithm', scheme.oid, scheme.unsupported).content } as Bag;
  }
  const opened = await unlocker.decrypt(scheme, data, privateKeyIn);
  if (!opened) return { ...common, ...unreadable('key', 'keyPassword', '').content } as Bag;
  const { value: key, further } = opened;
  if (!isConsistent(key)) return { ...common, ...unreadable('key', 'malformed', '').content } as Bag;
  return { ...common, kind: 'key', ...key, encryption: scheme.facts, ...(further && { furtherPassword: true }) };
}

/** Without a MAC it is what could be decrypted that speaks for the password. */
function refuseWhereNothingOpened(bags: readonly Bag[], password: string | undefined, unlocker: Unlocker): void {
  const problems = bags.flatMap((bag) => (bag.kind === 'unreadable' ? [bag] : []));
  if (!unlocker.proven && problems.some(({ problem }) => problem === 'keyPassword')) {
    throw new PfxError(password === undefined ? 'passwordMissing' : 'passwordWrongOrDamaged');
  }
  const stranger = problems.find(({ problem }) => problem === 'unsupportedAlgorithm');
  const usable = bags.some(({ kind }) => kind === 'certificate' || kind === 'key');
  if (stranger && !usable) {
    throw new PfxError('unsupportedAlgorithm', { algorithm: stranger.algorithm ?? stranger.oid, oid: stranger.oid });
  }
}

function distinct(facts: readonly EncryptionFacts[]): EncryptionFacts[] {
  const seen = new Map(facts.map((fact) => [`${fact.name}/${fact.iterations}`, fact]));
  return [...seen.values()];
}

function fromAsn1(error: Asn1Error, bytes: Uint8Array): PfxError {
  const { code, limit, offset } = error;
  if (limit) {
    const allowed = Limit[limit];
    return new PfxError('limit', { limit, value: allowed + 1, allowed });
  }
  if (hasWindowsLineEnds(bytes)) return new PfxError('malformed', { what: 'lineEnds' });
  if (code === 'truncated' && isCutOff(bytes)) return new PfxError('truncated');
  return new PfxError('malformed', { what: 'structure', offset });
}

/** Whether the outermost length, or an indefinite one, says that there should be more bytes than there are. */
function isCutOff(bytes: Uint8Array): boolean {
  const first = bytes[1] ?? 0;
  if (bytes.length < 6 || first === 0x80) return true;
  if (first < 0x80) return 2 + first > bytes.length;
  const octets = first & 0x7f;
  let length = 0;
  for (let i = 0; i < octets; i++) length = length * 256 + (bytes[2 + i] ?? 0);
  return 2 + octets + length > bytes.length;
}
