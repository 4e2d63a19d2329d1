import * as assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import type { Outside } from '../../../src/host/outside.ts';

/** Takes the addresses that would be opened, and stands still until a test lets time pass. */
export class CapturedOutside implements Outside {
  readonly opened: string[] = [];
  #waiting: { readonly at: number; readonly action: () => void }[] = [];
  #now = 0;

  async open(url: string): Promise<void> {
    this.opened.push(url);
  }

  after(milliseconds: number, action: () => void): vscode.Disposable {
    const entry = { at: this.#now + milliseconds, action };
    this.#waiting.push(entry);
    return { dispose: () => (this.#waiting = this.#waiting.filter((other) => other !== entry)) };
  }

  /** Time goes by. */
  pass(milliseconds: number): void {
    assert.ok(milliseconds > 0);
    this.#now += milliseconds;
    const due = this.#waiting.filter(({ at }) => at <= this.#now);
    this.#waiting = this.#waiting.filter(({ at }) => at > this.#now);
    for (const { action } of due) action();
  }
}
