import type { Language } from '../language.ts';
import type { Report } from '../report/report.ts';
import type { ServedReport } from '../served/servedReport.ts';

/** What of a look at a host a draft tells. */
export type DnsLook = Pick<ServedReport, 'host' | 'dns'>;

/** What a draft is made from. */
export interface DraftRequest {
  /** the same file, judged for each environment that it is meant for */
  readonly reports: readonly Report[];
  readonly language: Language;
  /** certificate names used before, in earlier drafts or as LifeTime lists them: the proposed one is another */
  readonly takenNames?: readonly string[];
  /** the name under which the certificate is installed in LifeTime already; LifeTime's own domain is changed by it */
  readonly installedName?: string | null;
  /** looks at the domains, for what DNS says of them now */
  readonly looks?: readonly DnsLook[];
  /** a team's own document, with placeholders (docs/draftTemplate.md); ours where there is none */
  readonly template?: string;
}
