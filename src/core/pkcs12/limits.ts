import { PfxError, type PfxErrorDetail } from './errors.ts';

/** What no file may exceed. Sizes in bytes. */
export const Limit = {
  size: 16 * 1024 * 1024,
  iterations: 5_000_000,
  totalIterations: 20_000_000,
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

/** Counts the work that a file asks for, before any of it is done. */
export class Budget {
  readonly #iterations: number;
  readonly #totalIterations: number;
  #total = 0;
  #bags = 0;
  #nodes = 0;

  /** @param maxIterations what the user has agreed to for one derivation, in iterations; never lowers the default */
  constructor(maxIterations = 0) {
    this.#iterations = Math.max(Limit.iterations, maxIterations);
    this.#totalIterations = Math.max(Limit.totalIterations, 4 * maxIterations);
  }

  /**
   * Notes one derivation of `iterations` rounds (for scrypt N·r·p, which costs about as much as as many rounds).
   * @throws PfxError `limit` (`iterations`, `totalIterations`); `malformed` below 1
   */
  charge(iterations: number, kind: 'rounds' | 'scrypt' = 'rounds'): void {
    if (iterations < 1) throw new PfxError('malformed', { what: 'iterations' });
    if (kind === 'rounds') checkLimit('iterations', iterations, this.#iterations);
    this.#total += iterations;
    checkLimit('totalIterations', this.#total, this.#totalIterations);
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
