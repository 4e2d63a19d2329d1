import * as vscode from 'vscode';
import { Cancelled } from '../cancelled.ts';
import {
  BACK,
  type Back,
  type ConfirmPrompt,
  type FilePrompt,
  type InputPrompt,
  type PasswordPrompt,
  type PickItem,
  type PickManyPrompt,
  type PickPrompt,
  type Prompts,
  type SavePrompt,
  type Step,
} from './prompts.ts';

/** Asks in VS Code's own boxes and dialogs. */
export class VscodePrompts implements Prompts {
  async file(options: FilePrompt): Promise<vscode.Uri> {
    const [uri] = await openDialog(options, false);
    if (!uri) throw new Cancelled();
    return uri;
  }

  async files(options: FilePrompt): Promise<readonly vscode.Uri[]> {
    const uris = await openDialog(options, true);
    if (uris.length === 0) throw new Cancelled();
    return uris;
  }

  async saveFile({ title, name, beside, filters }: SavePrompt): Promise<vscode.Uri> {
    const folder = beside ? vscode.Uri.joinPath(beside, '..') : vscode.workspace.workspaceFolders?.[0]?.uri;
    const uri = await vscode.window.showSaveDialog({
      title,
      filters: mutable(filters),
      ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
    });
    if (!uri) throw new Cancelled();
    return uri;
  }

  password({ title, prompt, reason, attempt, signal }: PasswordPrompt): Promise<void> {
    const box = vscode.window.createInputBox();
    box.title = title;
    box.prompt = prompt;
    box.password = true;
    box.ignoreFocusOut = true;
    box.placeholder = 'Password of the file';
    if (reason !== null) box.validationMessage = reason;
    return settle<void>(box, (resolve, reject) => {
      signal.addEventListener('abort', () => box.hide());
      box.onDidChangeValue(() => (box.validationMessage = undefined));
      box.onDidAccept(async () => {
        if (box.busy) return;
        box.busy = true;
        try {
          const refusal = await attempt(box.value);
          if (refusal === undefined) return resolve();
          box.value = '';
          box.validationMessage = refusal;
        } catch (error) {
          reject(error);
        } finally {
          box.busy = false;
        }
      });
    });
  }

  pick<T>({ title, placeholder, items, active, step }: PickPrompt<T>): Promise<T | Back> {
    const box = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly value: T }>();
    box.title = title;
    box.placeholder = placeholder;
    box.matchOnDescription = true;
    box.matchOnDetail = true;
    box.ignoreFocusOut = step !== undefined;
    box.items = items.map(quickPickItem);
    // without an item to begin with VS Code takes the first; an empty list here would take that away
    const begin = box.items.filter(({ value }) => active !== undefined && value === active);
    if (begin.length > 0) box.activeItems = begin;
    return settle<T | Back>(box, (resolve) => {
      showStep(box, step, resolve);
      box.onDidAccept(() => {
        const chosen = box.selectedItems[0] ?? box.activeItems[0];
        if (chosen) resolve(chosen.value);
      });
    });
  }

  pickMany<T>({ title, placeholder, groups, step }: PickManyPrompt<T>): Promise<readonly T[] | Back> {
    const box = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly value?: { readonly of: T } }>();
    box.title = title;
    box.placeholder = placeholder;
    box.canSelectMany = true;
    box.matchOnDescription = true;
    box.matchOnDetail = true;
    box.ignoreFocusOut = true;
    const picked = new Set<vscode.QuickPickItem>();
    box.items = groups
      .filter(({ items }) => items.length > 0)
      .flatMap(({ heading, items }) => [
        { label: heading, kind: vscode.QuickPickItemKind.Separator },
        ...items.map((item) => {
          const shown = quickPickItem({ ...item, value: { of: item.value } });
          if (item.picked) picked.add(shown);
          return shown;
        }),
      ]);
    box.selectedItems = box.items.filter((item) => picked.has(item));
    return settle<readonly T[] | Back>(box, (resolve) => {
      showStep(box, step, resolve);
      box.onDidAccept(() => resolve(box.selectedItems.flatMap(({ value }) => (value ? [value.of] : []))));
    });
  }

  input({
    title,
    prompt,
    placeholder,
    value,
    secret,
    keepSpaces,
    reason,
    validate,
    step,
  }: InputPrompt): Promise<string | Back> {
    const box = vscode.window.createInputBox();
    box.title = title;
    box.prompt = prompt;
    box.placeholder = placeholder;
    box.value = value ?? '';
    box.password = secret ?? false;
    box.validationMessage = reason;
    box.ignoreFocusOut = true;
    return settle<string | Back>(box, (resolve) => {
      showStep(box, step, resolve);
      // a message while somebody is still typing the first letters would only be in the way; Enter asks in any case
      let asked = false;
      const check = (): boolean => {
        box.validationMessage = validate(box.value);
        return box.validationMessage === undefined;
      };
      box.onDidChangeValue(() => (asked ? check() : (box.validationMessage = undefined)));
      box.onDidAccept(() => {
        asked = true;
        if (check()) resolve(keepSpaces ? box.value : box.value.trim());
      });
    });
  }

  async confirm({ message, detail, action }: ConfirmPrompt): Promise<void> {
    const choice = await vscode.window.showWarningMessage(message, { modal: true, detail }, action);
    if (choice !== action) throw new Cancelled();
  }
}

async function openDialog(
  { title, openLabel, filters }: FilePrompt,
  canSelectMany: boolean,
): Promise<readonly vscode.Uri[]> {
  return (await vscode.window.showOpenDialog({ title, openLabel, canSelectMany, filters: mutable(filters) })) ?? [];
}

function mutable(filters: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(filters).map(([name, extensions]) => [name, [...extensions]]));
}

function quickPickItem<T>({
  label,
  description,
  detail,
  value,
}: PickItem<T>): vscode.QuickPickItem & { readonly value: T } {
  return {
    label,
    value,
    ...(description !== undefined && { description }),
    ...(detail !== undefined && { detail }),
  };
}

function showStep(
  box: vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem>,
  step: Step | undefined,
  resolve: (answer: Back) => void,
): void {
  if (!step || step.totalSteps === 1) return;
  box.step = step.step;
  box.totalSteps = step.totalSteps;
  if (step.step === 1) return;
  box.buttons = [vscode.QuickInputButtons.Back];
  box.onDidTriggerButton(() => resolve(BACK));
}

/** Shows a box until it is settled or hidden, which is a cancellation. */
function settle<T>(
  box: vscode.QuickInput,
  wire: (resolve: (value: T) => void, reject: (error: unknown) => void) => void,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    box.onDidHide(() => {
      reject(new Cancelled());
      box.dispose();
    });
    wire(
      (value) => {
        resolve(value);
        box.hide();
      },
      (error) => {
        reject(error);
        box.hide();
      },
    );
    box.show();
  });
}
