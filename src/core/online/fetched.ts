import type { FetchProblem } from './fetchProblem.ts';

/** What was fetched from the addresses that certificates name for their issuers (AIA "CA Issuers", RFC 5280 §4.2.2.1). */
export interface FetchedIssuers {
  readonly certificates: readonly FetchedCertificate[];
  /** addresses that gave nothing that can be used */
  readonly failures: readonly FetchFailure[];
}

export interface FetchedCertificate {
  readonly der: Uint8Array;
  readonly url: string;
}

export interface FetchFailure {
  readonly url: string;
  readonly problem: FetchProblem;
}

export const NOTHING_FETCHED: FetchedIssuers = { certificates: [], failures: [] };
