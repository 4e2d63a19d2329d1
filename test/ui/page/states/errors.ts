import type { ReportFinding } from '../../../../src/core/report/report.ts';

export const SOURCE = 'OutSystems support, “SSL domain: error messages”';

/** An error finding, of which only what matters has to be said. */
export function error(
  given: Pick<ReportFinding, 'code' | 'check' | 'title' | 'detail' | 'mend'> & Partial<ReportFinding>,
): ReportFinding {
  return { severity: 'error', params: {}, source: SOURCE, ...given };
}

/** The top of a report with one error. */
export const refused = {
  verdict: 'errors',
  headline: 'Not ready: 1 error',
  summary: 'LifeTime would refuse this file.',
} as const;
