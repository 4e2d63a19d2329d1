import type * as vscode from 'vscode';
import type { LifetimeListing } from '../../core/environments/lifetimeEnvironments.ts';

const NAMES = 'lifetimeNames';

/**
 * What each LifeTime called its environments when a person last decided on an import: so a name that the person has given one
 * since is told from one that LifeTime has changed. Names and addresses alone, for all windows.
 */
export class LifetimeNames {
  readonly #state: vscode.Memento;

  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  /** Empty where nobody has decided on an environment of that address yet. */
  of(origin: string, address: string): readonly string[] {
    const names = this.#all[origin]?.[address];
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
  }

  async keep(origin: string, { environments }: LifetimeListing): Promise<void> {
    const names = new Map<string, string[]>();
    for (const { address, name } of environments) names.set(address, [...(names.get(address) ?? []), name]);
    await this.#state.update(NAMES, { ...this.#all, [origin]: Object.fromEntries(names) });
  }

  get #all(): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
    const value: unknown = this.#state.get(NAMES);
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(Object.entries(value).filter(([, names]) => typeof names === 'object' && names !== null));
  }
}
