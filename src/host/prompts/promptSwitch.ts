import type * as vscode from 'vscode';
import type {
  Back,
  ConfirmPrompt,
  FilePrompt,
  InputPrompt,
  PasswordPrompt,
  PickPrompt,
  Prompts,
  SavePrompt,
} from './prompts.ts';

/** Passes every question on; tests put their answers in the place of the user. */
export class PromptSwitch implements Prompts {
  #target: Prompts;

  constructor(target: Prompts) {
    this.#target = target;
  }

  use(target: Prompts): void {
    this.#target = target;
  }

  file(options: FilePrompt): Promise<vscode.Uri> {
    return this.#target.file(options);
  }

  saveFile(options: SavePrompt): Promise<vscode.Uri> {
    return this.#target.saveFile(options);
  }

  password(options: PasswordPrompt): Promise<void> {
    return this.#target.password(options);
  }

  pick<T>(options: PickPrompt<T>): Promise<T | Back> {
    return this.#target.pick(options);
  }

  input(options: InputPrompt): Promise<string | Back> {
    return this.#target.input(options);
  }

  confirm(options: ConfirmPrompt): Promise<void> {
    return this.#target.confirm(options);
  }
}
