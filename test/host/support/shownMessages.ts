import * as vscode from 'vscode';

type Kind = 'showErrorMessage' | 'showInformationMessage' | 'showWarningMessage';

/** Stands in the place of messages of one kind, which would wait for somebody to dismiss them. */
export class ShownMessages {
  readonly #kind: Kind;
  readonly #original: unknown;
  #messages: string[] = [];
  #buttons: string[] = [];
  #pressed: string[] = [];

  constructor(kind: Kind) {
    this.#kind = kind;
    this.#original = vscode.window[kind];
    Object.assign(vscode.window, {
      [kind]: async (message: string, ...buttons: readonly string[]) => {
        this.#messages.push(message);
        this.#buttons.push(...buttons);
        const press = this.#pressed.shift();
        if (press !== undefined && !buttons.includes(press)) throw new RangeError(`no button “${press}”: ${message}`);
        return press;
      },
    });
  }

  /** Which buttons of the next messages are pressed; those after them are dismissed. */
  press(...buttons: readonly string[]): void {
    this.#pressed.push(...buttons);
  }

  /** The messages since the last time. */
  take(): readonly string[] {
    const messages = this.#messages;
    this.#messages = [];
    return messages;
  }

  /** The buttons that messages had since the last time. */
  takeButtons(): readonly string[] {
    const buttons = this.#buttons;
    this.#buttons = [];
    return buttons;
  }

  dispose(): void {
    Object.assign(vscode.window, { [this.#kind]: this.#original });
  }
}
