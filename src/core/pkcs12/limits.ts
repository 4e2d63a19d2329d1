import { estimatedSeconds, type Work } from './cost.ts';
import { PfxError, type PfxErrorDetail } from './errors.ts';

/** What no file may exceed. Sizes in bytes. */
export const Limit = {
  size: 16 * 1024 * 1024,
  /** of one derivation; somebody may insist on more */
  iterations: 5_000_000,
  /** of all derivations; somebody may insist on more */
  totalIterations: 20_000_000,
  /** of one derivation, whoever insists: no runtime counts further */
  countableIterations: 2 ** 31 - 1,
  scryptMemory: 128 * 1024 * 1024,
  scryptParallelization: 64,
  depth: 48,
  nodes: 20_000,
  bags: 2_000,
  nesting: 8,
  /** of a key that a PBKDF2 of PBMAC1 makes */
  derivedKey: 512,
} as const;

/** @throws PfxError `limit` where `value` is above `allowed` */
export function checkLimit(limit: NonNullable<PfxErrorDetail['limit']>, value: number, allowed: number): void {
  if (value > allowed) throw new PfxError('limit', { limit, value, allowed });
}

/** All derivations together may take this many times what one may. */
const TOTAL_FACTOR = Limit.totalIterations / Limit.iterations;

/** Counts the work that a file asks for, before any of it is done. */
export class Budget {
  readonly #iterations: number;
  readonly #totalIterations: number;
  #most = 0;
  #total = 0;
  #seconds = 0;
  #bags = 0;
  #nodes = 0;

  /** @param maxIterations what the user has agreed to for one derivation, in iterations; never lowers the default */
  constructor(maxIterations = 0) {
    this.#iterations = Math.max(Limit.iterations, maxIterations);
    this.#totalIterations = Math.max(Limit.totalIterations, TOTAL_FACTOR * maxIterations);
  }

  /**
   * Notes one derivation (for scrypt N·r·p rounds, which cost about as much as as many of a hash). `settle` judges them
   * together, so that the cost of the whole file can be told.
   * @throws PfxError `malformed` below 1; `limit` (`iterations`) where it can't be counted
   */
  charge(work: Work): void {
    const { kind, iterations } = work;
    if (iterations < 1) throw new PfxError('malformed', { what: 'iterations' });
    if (kind !== 'scrypt') {
      checkLimit('iterations', iterations, Limit.countableIterations);
      this.#most = Math.max(this.#most, iterations);
    }
    this.#total += iterations;
    this.#seconds += estimatedSeconds(work);
  }

  /**
   * To be asked before anything that was charged is derived.
   * @throws PfxError `limit` (`iterations`, `totalIterations`) with `insist` in its detail
   */
  settle(): void {
    const [limit, value, allowed] =
      this.#most > this.#iterations
        ? (['iterations', this.#most, this.#iterations] as const)
        : (['totalIterations', this.#total, this.#totalIterations] as const);
    if (value <= allowed) return;
    const maxIterations = Math.max(this.#most, Math.ceil(this.#total / TOTAL_FACTOR));
    throw new PfxError('limit', { limit, value, allowed, insist: { maxIterations, seconds: this.#seconds } });
  }

  /** ASN.1 elements that may still be read. */
  get nodesLeft(): number {
    return Limit.nodes - this.#nodes;
  }

  /** Notes ASN.1 elements that were read. */
  countNodes(nodes: number): void {
    this.#nodes += nodes;
  }

  /** Notes one bag. @throws PfxError `limit` (`bags`) */
  countBag(): void {
    checkLimit('bags', ++this.#bags, Limit.bags);
  }
}
