import * as vscode from 'vscode';

/** What reaches beyond VS Code's window, in one place: tests put themselves there. */
export interface Outside {
  /** Opens an address in the browser. */
  open(url: string): Promise<void>;
  /** Does something later, as long as it is not disposed of. */
  after(milliseconds: number, action: () => void): vscode.Disposable;
}

export class VscodeOutside implements Outside {
  async open(url: string): Promise<void> {
    await vscode.env.openExternal(vscode.Uri.parse(url, true));
  }

  after(milliseconds: number, action: () => void): vscode.Disposable {
    const timer = setTimeout(action, milliseconds);
    return { dispose: () => clearTimeout(timer) };
  }
}
