import type { Verdict } from '../report/report.ts';
import type { ServedReport } from './servedReport.ts';
import type { ServedState } from './servedState.ts';

/** What is said of several hosts. Stable JSON: `docs/probe.schema.json` describes it. */
export interface ProbeReport {
  readonly schemaVersion: 1;
  /** ISO 8601, UTC */
  readonly judgedAt: string;
  /** the worst of all hosts */
  readonly verdict: Verdict;
  readonly state: ServedState;
  /** in the order in which they were named */
  readonly hosts: readonly ServedReport[];
}
