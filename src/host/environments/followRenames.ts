import type { Services } from '../services.ts';

/** What was checked and drafted for environments goes with them when they get other names. @param names new ones by old ones */
export async function followRenames(
  { drafts, history }: Pick<Services, 'drafts' | 'history'>,
  names: ReadonlyMap<string, string>,
): Promise<void> {
  const reports = [...names].map(([from, to]) => ({ from, to, report: history.of(from).report }));
  for (const { from } of reports) await history.record(from, { report: undefined });
  for (const { report, to } of reports) if (report) await history.record(to, { report });
  await drafts.renamed(names);
}
