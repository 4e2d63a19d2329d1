import * as vscode from 'vscode';
import type { Services } from '../services.ts';
import { lifetimeAddress } from './lifetimeAddress.ts';

/** A LifeTime that the settings or the kept tokens name. */
export interface KnownAddress {
  readonly origin: string;
  /** environments that name it */
  readonly environments: readonly string[];
  readonly hasToken: boolean;
}

/** Those of the environments, in their order, then those that only have a token. */
export function knownAddresses({ store, tokens }: Pick<Services, 'store' | 'tokens'>): readonly KnownAddress[] {
  const named = store.environments.flatMap(({ name, lifetime }) => {
    const origin = lifetime === null ? undefined : lifetimeAddress(lifetime);
    return origin === undefined ? [] : [{ name, origin }];
  });
  const origins = new Set([...named.map(({ origin }) => origin), ...tokens.addresses]);
  return [...origins].map((origin) => ({
    origin,
    environments: named.filter((entry) => entry.origin === origin).map(({ name }) => name),
    hasToken: tokens.addresses.includes(origin),
  }));
}

/** Whether an address stands in the settings of a workspace that the person does not trust: nobody is asked there unasked. */
export function isUntrusted({ environments }: KnownAddress, { store }: Pick<Services, 'store'>): boolean {
  return !vscode.workspace.isTrusted && environments.length > 0 && store.home === vscode.ConfigurationTarget.Workspace;
}
