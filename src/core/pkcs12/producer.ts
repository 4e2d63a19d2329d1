import { createHash } from 'node:crypto';
import { bytesToHex } from '../asn1/values.ts';
import type { EncryptionFacts } from './contents.ts';
import { Oid } from './oids.ts';
import type { Outer } from './pfxOuter.ts';
import type { RawBag } from './safeContents.ts';

/** What tells tools apart in a file that is well-formed. */
interface Traits {
  readonly ber: boolean;
  /** which come first; undefined where one kind is missing */
  readonly first: 'key' | 'certificate' | undefined;
  readonly macHash: string | undefined;
  readonly macIterations: number | undefined;
  /** attribute types that occur */
  readonly attributes: ReadonlySet<string>;
  /** sizes in bytes of the local key ids that occur */
  readonly idSizes: ReadonlySet<number>;
  /** a friendly name that GnuPG gives */
  readonly gnupgName: boolean;
  /** a local key id that begins with the word `Time ` */
  readonly timeId: boolean;
  /** a local key id that is the SHA-1 of its certificate */
  readonly certificateHashId: boolean;
  /** names of the ciphers of the certificates */
  readonly ciphers: ReadonlySet<string>;
  /** keys under AES and PBKDF2 with its default function, HMAC-SHA-1 */
  readonly aesWithSha1: boolean;
}

interface PfxFacts {
  readonly mac: Outer['mac'];
  readonly certificateEncryption: readonly EncryptionFacts[];
}

/** From the surest sign to the weakest. Each was read off files of the tool itself; see test/unit/core/pkcs12/producer.test.ts. */
const producers: readonly (readonly [name: string, matches: (traits: Traits) => boolean])[] = [
  // it marks trusted certificates as keytool does; keytool has 1024 too, in DER
  ['Bouncy Castle', ({ ber, macIterations }) => (ber && macIterations === 1024) || macIterations === 102_400],
  ['Java keytool', ({ timeId, attributes }) => timeId || attributes.has(Oid.oracleTrustedKeyUsage)],
  ['GnuPG', ({ gnupgName }) => gnupgName],
  // OpenSSL writes that attribute too, where it is asked to (-CSP)
  ['Windows', ({ attributes, certificateHashId }) => attributes.has(Oid.microsoftCspName) && !certificateHashId],
  ['Windows', ({ idSizes, first, ber }) => idSizes.has(4) && first === 'key' && !ber],
  ['.NET', ({ idSizes, first, ber }) => idSizes.has(4) && first === 'certificate' && !ber],
  ['NSS (Firefox, pk12util)', ({ ber, first, idSizes }) => ber && first === 'key' && idSizes.has(20)],
  ['GnuPG', ({ ber, first, idSizes }) => ber && first === 'certificate' && !idSizes.has(20)],
  // OpenSSL takes SHA-256 for AES, and leaves certificates open only where it is told to
  ['node-forge', ({ aesWithSha1, ciphers, first }) => aesWithSha1 && ciphers.size === 0 && first !== 'key'],
  [
    'OpenSSL 3',
    ({ certificateHashId, first, macHash }) => certificateHashId && first !== 'key' && macHash === 'sha256',
  ],
  ['OpenSSL', ({ certificateHashId, first, ber }) => certificateHashId && first !== 'key' && !ber],
  [
    'GnuTLS',
    ({ first, idSizes, macHash, macIterations = 0 }) =>
      first === 'certificate' && idSizes.has(20) && macHash === 'sha256' && macIterations > 2048,
  ],
  [
    'macOS Keychain',
    ({ first, idSizes, macHash, macIterations, ciphers }) =>
      first === 'certificate' && idSizes.has(20) && macHash === 'sha1' && macIterations === 1 && ciphers.has('rc2-40'),
  ],
];

/** The tool that a file's structure points to, as a name for people, or null where nothing does. */
export function producerOf(outer: PfxFacts, ber: boolean, bags: readonly RawBag[]): string | null {
  const traits = traitsOf(outer, ber, bags);
  return producers.find(([, matches]) => matches(traits))?.[0] ?? null;
}

function traitsOf({ mac, certificateEncryption }: PfxFacts, ber: boolean, bags: readonly RawBag[]): Traits {
  const facts = mac && 'facts' in mac ? mac.facts : undefined;
  const ids = bags.flatMap(({ attributes }) => attributes.localKeyId ?? []);
  const key = bags.findIndex(({ content }) => content.kind === 'shroudedKey' || content.kind === 'plainKey');
  const certificate = bags.findIndex(({ content }) => content.kind === 'certificate');
  return {
    ber,
    first: key < 0 || certificate < 0 ? undefined : key < certificate ? 'key' : 'certificate',
    macHash: facts?.hash,
    macIterations: facts?.iterations,
    attributes: new Set(bags.flatMap(({ attributes }) => attributes.types)),
    idSizes: new Set(ids.map((id) => id.length / 2)),
    gnupgName: bags.some(({ attributes }) => attributes.friendlyName?.startsWith('GnuPG exported ') === true),
    timeId: ids.some((id) => id.startsWith('54696d6520')),
    certificateHashId: bags.some(
      ({ content, attributes }) =>
        content.kind === 'certificate' &&
        attributes.localKeyId === bytesToHex(createHash('sha1').update(content.der).digest()),
    ),
    ciphers: new Set(certificateEncryption.map(({ cipher }) => cipher)),
    aesWithSha1: bags.some(
      ({ content }) =>
        content.kind === 'shroudedKey' &&
        'facts' in content.scheme &&
        /^PBES2 AES-.*, PBKDF2 HMAC-SHA-1$/.test(content.scheme.facts.name),
    ),
  };
}
