import type { Rule } from '../rules/rule.ts';
import type { Subject } from '../rules/subject.ts';
import type { FindingAction } from './report.ts';
import { reportOnline } from './reportOnline.ts';

/** What the report can start for a finding: the rule's action, where it can come to something for this file. */
export function findingAction({ action }: Rule, subject: Subject): FindingAction | undefined {
  if (action === 'fetchIssuers' && !reportOnline(subject).issuers) return undefined;
  return action;
}
