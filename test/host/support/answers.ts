import * as assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import type {
  ConfirmPrompt,
  FilePrompt,
  InputPrompt,
  PasswordPrompt,
  PickManyPrompt,
  PickPrompt,
  SavePrompt,
} from '../../../src/host/prompts/prompts.ts';

/** What each question is asked with. */
export interface Questions {
  readonly file: FilePrompt;
  readonly files: FilePrompt;
  readonly saveFile: SavePrompt;
  readonly password: PasswordPrompt;
  readonly pick: PickPrompt<unknown>;
  readonly pickMany: PickManyPrompt<unknown>;
  readonly input: InputPrompt;
  readonly confirm: ConfirmPrompt;
}

export type Kind = keyof Questions;

/** One answer of the queue: the question it is for, and what the user does there. */
export type Answer = 'back' | 'cancel' | { readonly [K in Kind]: AnswerTo<K> }[Kind];

interface AnswerTo<K extends Kind> {
  readonly to: K;
  give(question: Questions[K]): unknown;
}

/** Types a text and confirms. @param refused texts that are tried before; the box must say what is wrong with each */
export function type(text: string, ...refused: readonly string[]): AnswerTo<'input'> {
  return {
    to: 'input',
    give: ({ validate }) => {
      for (const bad of refused) assert.notEqual(validate(bad), undefined, `“${bad}” is refused`);
      assert.equal(validate(text), undefined, `“${text}” is taken`);
      return text.trim();
    },
  };
}

/** Leaves what stands in the box. */
export function keep(expected: string): AnswerTo<'input'> {
  return {
    to: 'input',
    give: ({ value = '', validate }) => {
      assert.equal(value, expected);
      assert.equal(validate(value), undefined);
      return value;
    },
  };
}

/** Picks an item by its label. */
export function choose(label: string): AnswerTo<'pick'> {
  return {
    to: 'pick',
    give: ({ items }) => {
      const item = items.find((candidate) => candidate.label === label);
      assert.ok(item, `“${label}” is among ${items.map((candidate) => candidate.label).join(', ')}`);
      return item.value;
    },
  };
}

/** Leaves what is picked, after it has been held against what is expected: labels of the picked ones. */
export function acceptPicked(...expected: readonly string[]): AnswerTo<'pickMany'> {
  return {
    to: 'pickMany',
    give: ({ groups }) => {
      const picked = groups.flatMap(({ items }) => items.filter((item) => item.picked));
      assert.deepEqual(
        picked.map(({ label }) => label),
        expected,
      );
      return picked.map(({ value }) => value);
    },
  };
}

/** Picks just these, by their labels. */
export function chooseMany(...labels: readonly string[]): AnswerTo<'pickMany'> {
  return {
    to: 'pickMany',
    give: ({ groups }) => {
      const items = groups.flatMap((group) => group.items);
      return labels.map((label) => (items.find((item) => item.label === label) ?? assert.fail(`“${label}”`)).value);
    },
  };
}

/** Tries passwords; the last must do. @returns what was said of the others, by `reasons` */
export function password(...attempts: readonly string[]): AnswerTo<'password'> & { readonly reasons: string[] } {
  const reasons: string[] = [];
  return {
    to: 'password',
    reasons,
    give: async ({ attempt }) => {
      for (const [index, text] of attempts.entries()) {
        const reason = await attempt(text);
        if (index === attempts.length - 1) assert.equal(reason, undefined, 'the last password does');
        else reasons.push(reason ?? assert.fail(`the password ${index + 1} does not do`));
      }
    },
  };
}

export function file(uri: vscode.Uri): AnswerTo<'file'> {
  return { to: 'file', give: () => uri };
}

export function files(...uris: readonly vscode.Uri[]): AnswerTo<'files'> {
  return { to: 'files', give: () => uris };
}

export function saveAs(uri: vscode.Uri): AnswerTo<'saveFile'> {
  return { to: 'saveFile', give: () => uri };
}

export function confirm(): AnswerTo<'confirm'> {
  return { to: 'confirm', give: () => undefined };
}
