import * as vscode from 'vscode';
import { daysBetween, isoDay } from '../../core/time.ts';
import { commandId } from '../contributions.ts';
import type { EnvironmentsTree } from '../tree/environmentsTree.ts';
import type { EnvironmentNode } from '../tree/environmentNode.ts';
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
    if (this.#state.get(DAY_KEY) === isoDay(time)) return;
    const silenced = this.#silenced;
    const ending = this.#tree.nodes.filter(
      ({ status }) => status?.endsSoon && status.certificate && !silenced.includes(status.certificate.sha256),
    );
    if (ending.length === 0) return;
    await this.#state.update(DAY_KEY, isoDay(time));
    const certificates = [...new Set(ending.map(({ status }) => status?.certificate?.sha256 ?? ''))];
    const notAgain = certificates.length === 1 ? NOT_AGAIN : NONE_AGAIN;
    const choice = await vscode.window.showWarningMessage(expiryMessage(ending.map(factOf(time))), SHOW, notAgain);
    if (choice === SHOW) await vscode.commands.executeCommand(commandId('outsystemsSsl.showAttentionOnly'));
    if (choice === notAgain)
      await this.#state.update(SILENCED_KEY, [...this.#silenced, ...certificates].slice(-MOST_SILENCED));
  }

  get #silenced(): readonly string[] {
    const value: unknown = this.#state.get(SILENCED_KEY);
    return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
  }
}

function factOf(time: number) {
  return ({ environment, status }: EnvironmentNode) => ({
    name: environment.name,
    daysLeft: daysBetween(time, status?.certificate?.notAfter ?? time),
  });
}
