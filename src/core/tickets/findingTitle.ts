import type { Language } from '../language.ts';
import type { ReportFinding } from '../report/report.ts';
import { FINDING_TITLES_PT } from './texts/findingTitlesPt.ts';

/** The title of a finding in the language of a draft. */
export function findingTitle({ code, params, title }: ReportFinding, language: Language): string {
  return language === 'en' ? title : (FINDING_TITLES_PT[code]?.(params) ?? title);
}
