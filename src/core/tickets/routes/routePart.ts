import type { Language } from '../../language.ts';
import type { Report, ReportEnvironment } from '../../report/report.ts';
import type { DnsLook } from '../draftRequest.ts';

/** The environments of one draft that take the same route, and what is said of them. */
export interface RoutePart {
  readonly reports: readonly Report[];
  /** those of the reports, in the same order */
  readonly environments: readonly ReportEnvironment[];
  readonly language: Language;
  /** proposed for LifeTime's wizard */
  readonly certificateName: string;
  /** the name under which the certificate is installed in LifeTime already, where it is known */
  readonly installedName: string | null;
  readonly looks: readonly DnsLook[];
}

/** One step, below a heading of its own. */
export interface Step {
  readonly heading: string;
  /** paragraphs of Markdown */
  readonly body: readonly string[];
}
