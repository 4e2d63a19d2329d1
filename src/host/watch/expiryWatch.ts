import * as vscode from 'vscode';
import { daysBetween } from '../../core/time.ts';
import { commandId } from '../contributions.ts';
import type { EnvironmentsTree } from '../tree/environmentsTree.ts';
import { expiryMessage } from './expiryMessage.ts';

const DAY_KEY = 'expiryNotifiedOn';
const SILENCED_KEY = 'expirySilenced';
const MOST_SILENCED = 500;

const SHOW = 'Show';
const NOT_AGAIN = 'Not for This Certificate Again';
const NONE_AGAIN = 'Not for These Certificates Again';

/**
 * Tells of certificates that end soon, once a day at most in all windows together. Nothing polls: it is decided when
 * VS Code has loaded the extension, and when a look has brought something new.
 */
export class ExpiryWatch {
  readonly #tree: EnvironmentsTree;
  readonly #state: vscode.Memento;

  constructor(tree: EnvironmentsTree, state: vscode.Memento) {
    this.#tree = tree;
    this.#state = state;
  }

  /** Tells, where there is something to tell and it was not done today; waits for the answer. */
  async consider(time: number = Date.now()): Promise<void> {
    // the day of whoever is told: by that of UTC there may be two in one
    const day = new Date(time).toDateString();
    if (this.#state.get(DAY_KEY) === day) return;
    const silenced = this.#silenced;
    const ending = this.#tree.nodes.flatMap(({ environment: { name }, status }) => {
      const [first, ...others] = (status?.ending ?? []).filter(({ sha256 }) => !silenced.includes(sha256));
      return first ? [{ name, daysLeft: daysBetween(time, first.notAfter), certificates: [first, ...others] }] : [];
    });
    if (ending.length === 0) return;
    await this.#state.update(DAY_KEY, day);
    const certificates = [...new Set(ending.flatMap((one) => one.certificates.map(({ sha256 }) => sha256)))];
    const notAgain = certificates.length === 1 ? NOT_AGAIN : NONE_AGAIN;
    const choice = await vscode.window.showWarningMessage(expiryMessage(ending), SHOW, notAgain);
    if (choice === SHOW) await vscode.commands.executeCommand(commandId('outsystemsSsl.showAttentionOnly'));
    if (choice === notAgain)
      await this.#state.update(SILENCED_KEY, [...this.#silenced, ...certificates].slice(-MOST_SILENCED));
  }

  get #silenced(): readonly string[] {
    const value: unknown = this.#state.get(SILENCED_KEY);
    return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
  }
}
