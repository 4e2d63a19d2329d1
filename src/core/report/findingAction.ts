import type { Rule } from '../rules/rule.ts';
import type { Subject } from '../rules/subject.ts';
import { completeChain } from './completeChain.ts';
import type { FindingAction } from './report.ts';
import { reportOnline } from './reportOnline.ts';

/** What the report can start for a finding: the rule's action, where it can come to something for this file. */
export function findingAction({ action }: Rule, subject: Subject): FindingAction | undefined {
  const savable = subject.keyMatchesLeaf === true;
  if (action === 'saveAgain' && !savable) return undefined;
  if (action === 'saveComplete' && !(savable && completeChain(subject).complete)) return undefined;
  if (action === 'fetchIssuers' && !reportOnline(subject).issuers) return undefined;
  return action;
}
