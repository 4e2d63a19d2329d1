import type { FileCard, ViewState } from '../../shared/protocol.ts';
import { FINDINGS } from '../../shared/sectionStrings.ts';
import { LOCAL_PROBLEMS } from '../../shared/strings.ts';
import { fileSize } from '../format/numbers.ts';
import { type Child, h } from '../ui/dom.ts';

/** The one card of every state without a report: file, what is to be said, buttons. */
export function stateCard(file: FileCard, picture: Node, ...content: readonly Child[]): readonly Node[] {
  const facts = [file.description, file.size === null ? '' : fileSize(file.size)].filter(Boolean).join(' · ');
  return [
    h(
      'section',
      { class: 'state-card', 'aria-labelledby': 'file-name' },
      h('div', { class: 'state-picture' }, picture),
      h('h1', { id: 'file-name', tabindex: -1 }, h('bdi', {}, file.name)),
      h('p', { class: 'sub' }, facts),
      content,
    ),
  ];
}

type RefusedProblem = Extract<ViewState, { kind: 'refused' }>['problem'];
type Problem = Exclude<RefusedProblem, string>;

/** The words for a problem. */
export function wordsOf(problem: RefusedProblem): Problem {
  return typeof problem === 'string' ? LOCAL_PROBLEMS[problem] : problem;
}

/** What is wrong, why, and what to do about it, each as a part of its own. */
export function problemText(problem: Problem): readonly Node[] {
  return [
    h('h2', { class: 'problem' }, problem.title),
    h('p', {}, problem.detail),
    h('p', { class: 'mend' }, h('strong', {}, FINDINGS.mend), problem.mend),
    ...(problem.lifetimeMessage === undefined
      ? []
      : [h('p', { class: 'quiet' }, FINDINGS.lifetime, h('q', {}, problem.lifetimeMessage))]),
  ];
}
