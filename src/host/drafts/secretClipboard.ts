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
    const timer = this.#services.outside.after(CLEARED_AFTER_MS, () => void this.clear());
    this.#waiting = { timer, secret };
  }

  /** Takes it away now, without waiting for the minute to pass. */
  async clear(): Promise<void> {
    const secret = this.#waiting?.secret;
    this.#waiting?.timer.dispose();
    this.#waiting = undefined;
    if (secret === undefined) return;
    await this.#services.runner.run('clear the clipboard', async () => {
      if ((await vscode.env.clipboard.readText()) === secret) await vscode.env.clipboard.writeText('');
    });
  }

  dispose(): void {
    void this.clear();
  }
}
