import * as vscode from 'vscode';
import { Cancelled } from './cancelled.ts';
import { type CommandId, commandId } from './contributions.ts';
import { UserError } from './userError.ts';

/** Runs every command the same way: a cancelled one ends quietly, a failed one leaves a line in the log and one message. */
export class CommandRunner {
  readonly #log: vscode.LogOutputChannel;

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
  }

  /** @param run gets what menus and our own code give the command: `CommandArguments` of its id */
  register(id: CommandId, run: (...args: never[]) => unknown): vscode.Disposable {
    return vscode.commands.registerCommand(id, (...args: never[]) => this.run(id, () => run(...args)));
  }

  /** @param name for the log; what a webview asks for runs through here as well */
  async run(name: string, action: () => unknown): Promise<void> {
    try {
      await action();
    } catch (error) {
      await this.#report(name, error);
    }
  }

  async #report(name: string, error: unknown): Promise<void> {
    if (error instanceof Cancelled) return;
    if (error instanceof UserError) {
      const { action, message } = error;
      const chosen = await vscode.window.showErrorMessage(message, ...(action ? [action.label] : []));
      if (chosen !== undefined) await action?.run();
      return;
    }
    this.#log.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    const show = 'Show Log';
    const choice = await vscode.window.showErrorMessage(
      'Something went wrong in SSL/TLS for OutSystems. The log says more.',
      show,
    );
    if (choice === show) await vscode.commands.executeCommand(commandId('outsystemsSsl.showLog'));
  }
}
