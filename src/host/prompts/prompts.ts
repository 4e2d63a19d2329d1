import type * as vscode from 'vscode';

/**
 * All that is asked of the user, in one place: VS Code asks in a running window, a queue of answers in tests.
 * Each throws `Cancelled` when the user turns away.
 */
export interface Prompts {
  file(options: FilePrompt): Promise<vscode.Uri>;
  /** One file or several. */
  files(options: FilePrompt): Promise<readonly vscode.Uri[]>;
  /** Asks before an existing file is overwritten. */
  saveFile(options: SavePrompt): Promise<vscode.Uri>;
  /** Stays open until `attempt` takes the password. */
  password(options: PasswordPrompt): Promise<void>;
  pick<T>(options: PickPrompt<T>): Promise<T | Back>;
  /** Any number of items, none as well. */
  pickMany<T>(options: PickManyPrompt<T>): Promise<readonly T[] | Back>;
  input(options: InputPrompt): Promise<string | Back>;
  confirm(options: ConfirmPrompt): Promise<void>;
}

/** The answer to a step of several: the one before, please. */
export const BACK = Symbol('back');
export type Back = typeof BACK;

export interface Step {
  /** from 1 */
  readonly step: number;
  readonly totalSteps: number;
}

export interface FilePrompt {
  readonly title: string;
  readonly openLabel: string;
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

export interface SavePrompt {
  readonly title: string;
  /** proposed, without a folder */
  readonly name: string;
  /** a file in whose folder to begin; without it the workspace's */
  readonly beside?: vscode.Uri;
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

export interface PasswordPrompt {
  readonly title: string;
  readonly prompt: string;
  /** why it is asked again, where it is */
  readonly reason: string | null;
  /** undefined where the password did; else why it didn't, as a sentence */
  readonly attempt: (password: string) => Promise<string | undefined>;
  /** takes the question back */
  readonly signal: AbortSignal;
}

export interface PickItem<T> {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly value: T;
}

export interface PickPrompt<T> {
  readonly title: string;
  readonly placeholder: string;
  readonly items: readonly PickItem<T>[];
  /** the item to begin with */
  readonly active?: T;
  readonly step?: Step;
}

export interface PickManyItem<T> extends PickItem<T> {
  /** from the start; the user may take that back */
  readonly picked: boolean;
}

export interface PickManyPrompt<T> {
  readonly title: string;
  readonly placeholder: string;
  /** each under its heading, in this order; groups without items do not show */
  readonly groups: readonly { readonly heading: string; readonly items: readonly PickManyItem<T>[] }[];
  readonly step?: Step;
}

export interface InputPrompt {
  readonly title: string;
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value?: string;
  /** masked, as a password is */
  readonly secret?: true;
  /** spaces at the ends belong to the value */
  readonly keepSpaces?: true;
  /** why it is asked again, as a sentence that shows at once */
  readonly reason?: string;
  /** what is wrong with a value, as a sentence */
  readonly validate: (value: string) => string | undefined;
  readonly step?: Step;
}

export interface ConfirmPrompt {
  readonly message: string;
  readonly detail: string;
  /** label of the button that goes on */
  readonly action: string;
}
