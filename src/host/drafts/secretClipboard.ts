import * as vscode from 'vscode';
import type { Services } from '../services.ts';

const CLEARED_AFTER_MS = 60_000;

/** Puts a secret on the clipboard and takes it from there after a minute, unless something else has been copied meanwhile. */
export class SecretClipboard implements vscode.Disposable {
  readonly #services: Pick<Services, 'outside' | 'runner'>;
  #waiting: { readonly timer: vscode.Disposable; readonly secret: string } | undefined;

  /** @param services not spread out: tests put another clock in */
  constructor(services: Pick<Services, 'outside' | 'runner'>) {
    this.#services = services;
  }

  async copy(secret: string): Promise<void> {
    await vscode.env.clipboard.writeText(secret);
    this.#waiting?.timer.dispose();
    const timer = this.#services.outside.after(CLEARED_AFTER_MS, () => this.#clear());
    this.#waiting = { timer, secret };
  }

  /** Does not wait for the minute to pass. */
  dispose(): void {
    this.#waiting?.timer.dispose();
    this.#clear();
  }

  #clear(): void {
    const secret = this.#waiting?.secret;
    this.#waiting = undefined;
    if (secret === undefined) return;
    void this.#services.runner.run('clear the clipboard', async () => {
      if ((await vscode.env.clipboard.readText()) === secret) await vscode.env.clipboard.writeText('');
    });
  }
}
