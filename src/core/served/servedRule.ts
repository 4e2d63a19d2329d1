import type { Severity } from '../report/report.ts';
import type { Occurrence, Params } from '../rules/rule.ts';
import type { ServedSubject } from './servedSubject.ts';
import type { ServedState } from './servedState.ts';

/** One thing that can be found about what a host serves, with all that is said of it. */
export interface ServedRule {
  /** stable, `served.<what>` */
  readonly code: string;
  readonly severity: Severity;
  /** what the host is then, unless another finding is worse; null where it changes nothing of it */
  readonly state: ServedState | null;
  /** where the rule is written down */
  readonly source: string;
  readonly title: (params: Params) => string;
  /** why it matters */
  readonly detail: (params: Params) => string;
  /** how to mend it */
  readonly mend: (params: Params) => string;
  readonly find: (subject: ServedSubject) => readonly Occurrence[];
}

interface TypedRule<P extends Params> extends Omit<ServedRule, 'title' | 'detail' | 'mend' | 'find'> {
  readonly title: (params: P) => string;
  readonly detail: (params: P) => string;
  readonly mend: (params: P) => string;
  readonly find: (subject: ServedSubject) => readonly Occurrence<P>[];
}

/** Ties the texts of a rule to the parameters that its `find` gives. */
export function defineServedRule<P extends Params>(rule: TypedRule<P>): ServedRule {
  return rule as unknown as ServedRule;
}
