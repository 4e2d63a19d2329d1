import type { Certificate, KeyUsage } from './certificate.ts';
import type { PurposeName } from './certificateProblems.ts';
import type { Profile } from './defects.ts';
import type { Path } from './path.ts';
import { PathSearch } from './pathSearch.ts';
import type { PolicyInputs } from './policies.ts';
import type { TrustAnchors } from './trust.ts';

export interface PathOptions {
  /** what the file carries, the leaf and a root among them or not; the order does not matter */
  readonly intermediates: readonly Certificate[];
  readonly anchors: TrustAnchors;
  /** milliseconds since 1970-01-01T00:00:00Z */
  readonly time: number;
  /** @default 'serverAuth' */
  readonly purpose?: PurposeName;
  /** usages that the leaf's key must have, where the leaf limits them */
  readonly keyUsage?: readonly KeyUsage[];
  /** issuers from elsewhere: fetched by their addresses, or intermediates of a store that trusts none of them by itself */
  readonly fetched?: readonly Certificate[];
  readonly stored?: readonly Certificate[];
  /** most intermediates between leaf and anchor, self-issued ones not counted; @default 10 */
  readonly maxDepth?: number;
  /** by whose rules; @default 'browsers' */
  readonly profile?: Profile;
  readonly policies?: PolicyInputs;
}

/**
 * The path from a leaf to a trust anchor: a sound one where there is any, else the one whose problems say most. Never
 * throws, whatever the certificates hold; stays within 200 signature checks and 100,000 name comparisons.
 *
 * @see RFC 5280 §6.1, RFC 4158
 */
export function buildPath(leaf: Certificate, options: PathOptions): Path {
  return new PathSearch(leaf, options).run(true)[0] ?? NO_PATH;
}

const MAX_PATHS = 20;
const NO_PATH: Path = { steps: [], anchorStores: [], problems: [{ code: 'budgetExceeded' }], trusted: false };

/** All paths that lead somewhere, the best first, at most 20. Costs more than `buildPath`: it does not stop at a sound one. */
export function findPaths(leaf: Certificate, options: PathOptions): readonly Path[] {
  return new PathSearch(leaf, options).run(false).slice(0, MAX_PATHS);
}
