import type { Report, ReportFinding, Severity } from '../report/report.ts';

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** What was found in a file for several environments, each thing once, worst first. */
export function distinctFindings(reports: readonly Report[]): readonly ReportFinding[] {
  const byText = new Map<string, ReportFinding>();
  for (const { findings } of reports)
    for (const finding of findings) {
      const key = `${finding.code} ${finding.title}`;
      if (!byText.has(key)) byText.set(key, finding);
    }
  return [...byText.values()].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}
