import type { Validity } from './authority.ts';

const DAY_MS = 86_400_000;

/** Longest life in days of a publicly trusted server certificate, by date of issue (Baseline Requirements 6.3.2). */
const LIMITS: readonly (readonly [from: string, days: number])[] = [
  ['2029-03-15', 47],
  ['2027-03-15', 100],
  ['2026-03-15', 200],
  ['0000-01-01', 398],
];

/** As long a life as a public authority may give today, less a margin; issued yesterday, for clocks that lag. */
export function currentLeaf(now: Date): Validity {
  return leafIssuedAt(addDays(now, -1));
}

/** A life that ended ten days ago. */
export function expiredLeaf(now: Date): Validity {
  const days = 40; // within every limit
  return { notBefore: addDays(now, -days - 10), notAfter: addDays(now, -10) };
}

export function authorityLife(now: Date): Validity {
  return { notBefore: addDays(now, -2 * 365), notAfter: addDays(now, 8 * 365) };
}

/** From when on the sample no longer shows what its README says: a third of the leaf's life is left. */
export function staleFrom(leaf: Validity): Date {
  const life = leaf.notAfter.getTime() - leaf.notBefore.getTime();
  return new Date(leaf.notAfter.getTime() - life / 3);
}

function leafIssuedAt(notBefore: Date): Validity {
  const limit = LIMITS.find(([from]) => notBefore >= new Date(from));
  if (limit === undefined) throw new RangeError('a date before the year 0');
  return { notBefore, notAfter: addDays(notBefore, limit[1] - 5) };
}

function addDays(date: Date, days: number): Date {
  // certificates hold whole seconds
  return new Date(Math.floor((date.getTime() + days * DAY_MS) / 1000) * 1000);
}
