import * as assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import type { TestApi } from '../../../src/host/extension.ts';
import type { Back, Prompts } from '../../../src/host/prompts/prompts.ts';
import type { Answer, Kind, Questions } from './answers.ts';

/** Stands in the user's place: answers the questions one after another. One that nobody expects fails the test. */
export class QueuedPrompts implements Prompts {
  readonly #asked: { readonly kind: Kind; readonly question: Questions[Kind] }[] = [];
  readonly #failures: unknown[] = [];
  readonly #api: TestApi;
  #answers: Answer[] = [];

  constructor(api: TestApi) {
    this.#api = api;
  }

  /** What the user will do, question by question. */
  expect(...answers: readonly Answer[]): void {
    this.#answers.push(...answers);
  }

  /** The questions of one kind so far. */
  asked<K extends Kind>(kind: K): readonly Questions[K][] {
    return this.#asked.filter((entry) => entry.kind === kind).map(({ question }) => question as Questions[K]);
  }

  /** How many questions there were of every kind. */
  get count(): number {
    return this.#asked.length;
  }

  /** @throws what went wrong in a question, and where answers are left */
  assertEmpty(): void {
    for (const failure of this.#failures) throw failure;
    assert.deepEqual(this.#answers, [], 'every answer was asked for');
  }

  file(question: Questions['file']): Promise<vscode.Uri> {
    return this.#answer('file', question);
  }

  files(question: Questions['files']): Promise<readonly vscode.Uri[]> {
    return this.#answer('files', question);
  }

  saveFile(question: Questions['saveFile']): Promise<vscode.Uri> {
    return this.#answer('saveFile', question);
  }

  password(question: Questions['password']): Promise<void> {
    return this.#answer('password', question);
  }

  pick<T>(question: Questions['pick']): Promise<T | Back> {
    return this.#answer('pick', question);
  }

  pickMany<T>(question: Questions['pickMany']): Promise<readonly T[] | Back> {
    return this.#answer('pickMany', question);
  }

  input(question: Questions['input']): Promise<string | Back> {
    return this.#answer('input', question);
  }

  confirm(question: Questions['confirm']): Promise<void> {
    return this.#answer('confirm', question);
  }

  async #answer<K extends Kind, T>(kind: K, question: Questions[K]): Promise<T> {
    this.#asked.push({ kind, question });
    const answer = this.#answers.shift();
    if (answer === 'cancel') throw new this.#api.Cancelled();
    if (answer === 'back') return this.#api.BACK as T;
    try {
      assert.ok(answer, `nobody expects the question: ${JSON.stringify(question)}`);
      assert.equal(kind, answer.to, JSON.stringify(question));
      return (await (answer.give as (question: Questions[K]) => unknown)(question)) as T;
    } catch (error) {
      this.#failures.push(error);
      throw error;
    }
  }
}
