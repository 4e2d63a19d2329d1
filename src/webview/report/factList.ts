import type { CopyableFact } from '../../shared/protocol.ts';
import { BUTTONS } from '../../shared/strings.ts';
import { answerPlace, copyButton } from '../ui/button.ts';
import type { Context } from '../ui/context.ts';
import { type Child, h } from '../ui/dom.ts';

export interface Fact {
  readonly name: string;
  readonly value: Child;
  /** with a button that copies it */
  readonly copy?: CopyableFact;
  /** in the editor's font */
  readonly mono?: boolean;
}

interface Owner {
  /** index into the report's certificates; null for the file */
  readonly certificate: number | null;
  /** whose facts they are, for the buttons' names */
  readonly name: string;
}

/** Names and values, each value with its own button to copy it where the host can. */
export function factList(context: Context, owner: Owner, facts: readonly Fact[]): HTMLElement {
  const rows = facts.map((fact) =>
    h(
      'div',
      { class: 'fact' },
      h('dt', {}, fact.name),
      h(
        'dd',
        { class: fact.mono === true && 'mono' },
        h('div', { class: 'value' }, fact.value),
        copy(context, owner, fact),
      ),
    ),
  );
  return h('dl', { class: 'facts' }, rows);
}

function copy(context: Context, owner: Owner, fact: Fact): Child {
  if (fact.copy === undefined) return null;
  const answer = answerPlace();
  const key = `copy:${owner.certificate ?? 'file'}:${fact.copy}`;
  const request = { command: 'copyFact', certificate: owner.certificate, fact: fact.copy } as const;
  return [copyButton(context, BUTTONS.copy(fact.name, owner.name), key, request, answer), answer.element];
}

/** A fold with a heading in it; `key` keeps it open across states. */
export function fold(key: string, title: Child, note: string, ...content: readonly Child[]): HTMLDetailsElement {
  return h(
    'details',
    { class: 'fold', 'data-key': key },
    h('summary', { 'data-key': `summary:${key}` }, h('h3', {}, title), ' ', h('span', { class: 'fold-note' }, note)),
    h('div', { class: 'fold-content' }, content),
  );
}
