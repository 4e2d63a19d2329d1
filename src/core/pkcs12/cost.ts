/** What one may insist on where a file goes past the limit of iterations. */
export interface Insistence {
  /** to be given as `maxIterations` of the next opening: with less the file is refused again */
  readonly maxIterations: number;
  /** estimated seconds of key derivation, on a computer of ordinary speed and with the right password */
  readonly seconds: number;
}

/** A derivation that a file asks for; `iterations` of scrypt are N·r·p. */
export interface Work {
  readonly kind: 'pkcs12' | 'pbkdf1' | 'pbkdf2' | 'scrypt';
  /** of `node:crypto`; scrypt has none */
  readonly hash?: string;
  readonly iterations: number;
  /** how often all iterations are done: once for each block of output that is needed. @default 1 */
  readonly passes?: number;
}

/**
 * Iterations a second by kind and hash: about two thirds of what was measured with Node 24 on one core of a server (x86-64,
 * 2026); see docs/keyDerivation.md.
 */
const RATES: Readonly<Record<string, number>> = {
  'pkcs12 md5': 6_200_000,
  'pkcs12 sha1': 8_500_000,
  'pkcs12 sha224': 3_000_000,
  'pkcs12 sha256': 2_600_000,
  'pkcs12 sha384': 2_500_000,
  'pkcs12 sha512': 2_100_000,
  'pbkdf2 md5': 2_600_000,
  'pbkdf2 sha1': 4_200_000,
  'pbkdf2 sha224': 3_400_000,
  'pbkdf2 sha256': 3_400_000,
  'pbkdf2 sha384': 1_100_000,
  'pbkdf2 sha512': 1_400_000,
  'pbkdf2 sha512-224': 1_400_000,
  'pbkdf2 sha512-256': 1_400_000,
  scrypt: 1_700_000,
};

/** A hash call an iteration: what is left where there is no faster way. */
const SLOWEST_RATE = 250_000;

/** Estimated seconds of one derivation. */
export function estimatedSeconds({ kind, hash, iterations, passes = 1 }: Work): number {
  const how = kind === 'pbkdf1' ? 'pkcs12' : kind;
  return (iterations * passes) / (RATES[hash === undefined ? how : `${how} ${hash}`] ?? SLOWEST_RATE);
}

/** Slower computers than the one that was measured, and the second form of a password that is not ASCII. */
const MARGIN = 4;
const LEAST_MILLIS = 10_000;
/** What a timer can wait for. */
const MOST_MILLIS = 2 ** 31 - 1;

/** Milliseconds that an opening may take which somebody has insisted on: the estimate with a wide margin, never below 10 s. */
export function insistenceTimeout({ seconds }: Insistence): number {
  return Math.min(MOST_MILLIS, Math.max(LEAST_MILLIS, Math.ceil(seconds * MARGIN * 1000)));
}

/** `about 40 seconds`, `about 6 minutes`, `about 3 hours`: an estimate as people say it. */
export function aboutHowLong(seconds: number): string {
  const units = [
    ['second', 1, 90],
    ['minute', 60, 90 * 60],
    ['hour', 3600, 48 * 3600],
    ['day', 86_400, Infinity],
  ] as const;
  const [name, size] = units.find(([, , below]) => seconds < below) ?? units[3];
  const count = Math.max(1, Math.round(seconds / size));
  return `about ${count === 1 ? `one ${name}` : `${count.toLocaleString('en')} ${name}s`}`;
}
