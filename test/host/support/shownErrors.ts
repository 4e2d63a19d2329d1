import * as vscode from 'vscode';

/** Stands in the place of error messages, which would wait for somebody to dismiss them. */
export class ShownErrors {
  readonly #original = vscode.window.showErrorMessage;
  #messages: string[] = [];

  constructor() {
    Object.assign(vscode.window, {
      showErrorMessage: async (message: string) => {
        this.#messages.push(message);
      },
    });
  }

  /** The messages since the last time. */
  take(): readonly string[] {
    const messages = this.#messages;
    this.#messages = [];
    return messages;
  }

  dispose(): void {
    Object.assign(vscode.window, { showErrorMessage: this.#original });
  }
}
