import type { Certificate } from '../x509/certificate.ts';
import type { CheckId, FindingAction, Severity } from '../report/report.ts';
import type { Subject } from './subject.ts';

/** What fills a finding's text. */
export type Params = Readonly<Record<string, string | number>>;

/** One thing that can be found, with all that is said of it. `docs/findings.md` is made from these. */
export interface Rule {
  /** stable, `<area>.<what>` */
  readonly code: string;
  /** the checks that it counts for, the one under which it is shown first; none for a fact of the file */
  readonly checks: readonly CheckId[];
  readonly severity: Severity;
  /** a requirement on public CAs (CA/Browser Forum, root programs): in its checks it counts as a warning at most */
  readonly lint?: true;
  /** what LifeTime's validator says of it, where it has a message */
  readonly lifetimeMessage?: string;
  /** where the rule is written down */
  readonly source: string;
  readonly action?: FindingAction;
  readonly title: (params: Params) => string;
  /** why it matters */
  readonly detail: (params: Params) => string;
  /** how to mend it */
  readonly mend: (params: Params) => string;
  readonly find: (subject: Subject) => readonly Occurrence[];
}

/** One time that a rule applies. */
export interface Occurrence<P extends Params = Params> {
  readonly params: P;
  readonly certificate?: Certificate;
}

export interface Finding extends Occurrence {
  readonly rule: Rule;
}

interface TypedRule<P extends Params> extends Omit<Rule, 'title' | 'detail' | 'mend' | 'find'> {
  readonly title: (params: P) => string;
  readonly detail: (params: P) => string;
  readonly mend: (params: P) => string;
  readonly find: (subject: Subject) => readonly Occurrence<P>[];
}

/** Ties the texts of a rule to the parameters that its `find` gives; the table holds rules of all kinds alike. */
export function defineRule<P extends Params>(rule: TypedRule<P>): Rule {
  return rule as unknown as Rule;
}
