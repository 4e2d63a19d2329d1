import type * as vscode from 'vscode';

const ADDRESSES = 'lifetimeAddresses';

/**
 * Service account tokens of LifeTime, each under the address for which the person gave it, in VS Code's secret storage. Which
 * addresses have one is kept beside it: the secret storage can't be listed.
 */
export class LifetimeTokens {
  readonly #secrets: vscode.SecretStorage;
  readonly #state: vscode.Memento;

  /** @param state gets addresses alone */
  constructor(secrets: vscode.SecretStorage, state: vscode.Memento) {
    this.#secrets = secrets;
    this.#state = state;
  }

  /** Origins that have a token. */
  get addresses(): readonly string[] {
    return this.#state.get(ADDRESSES, []);
  }

  /** @param origin as `lifetimeOrigin` gives it; another one, be it by its port, has another token */
  async get(origin: string): Promise<string | undefined> {
    return this.#secrets.get(keyOf(origin));
  }

  async keep(origin: string, token: string): Promise<void> {
    await this.#secrets.store(keyOf(origin), token);
    await this.#state.update(ADDRESSES, [...new Set([...this.addresses, origin])].sort());
  }

  async forget(origin: string): Promise<void> {
    await this.#secrets.delete(keyOf(origin));
    await this.#state.update(
      ADDRESSES,
      this.addresses.filter((address) => address !== origin),
    );
  }
}

function keyOf(origin: string): string {
  return `lifetimeToken:${origin}`;
}
