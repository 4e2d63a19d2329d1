import type * as vscode from 'vscode';

/** State that outlives whoever uses it; values go through JSON, as VS Code's do. */
export class KeptState implements vscode.Memento {
  readonly #values = new Map<string, string>();
  writes = 0;

  keys(): readonly string[] {
    return [...this.#values.keys()];
  }

  get<T>(key: string, otherwise?: T): T | undefined {
    const text = this.#values.get(key);
    return text === undefined ? otherwise : (JSON.parse(text) as T);
  }

  async update(key: string, value: unknown): Promise<void> {
    this.writes++;
    if (value === undefined) this.#values.delete(key);
    else this.#values.set(key, JSON.stringify(value));
  }

  /** characters of one value */
  size(key: string): number {
    return this.#values.get(key)?.length ?? 0;
  }
}
