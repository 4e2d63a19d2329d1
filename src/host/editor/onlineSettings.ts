import * as vscode from 'vscode';
import type { NetworkOptions } from '../../net/online.ts';
import type { OnlineKind } from '../../shared/protocol.ts';
import { SECTION } from '../contributions.ts';
import { proxySettings } from '../proxySettings.ts';

export type OnlineMode = 'ask' | 'always' | 'never';

const NAMES = { issuers: 'fetchMissingCertificates', revocation: 'checkRevocation' } as const satisfies Record<
  OnlineKind,
  string
>;

/** Whether something may be asked over the network: in Restricted Mode never by itself, and where the setting is no known word neither. */
export function onlineMode(kind: OnlineKind): OnlineMode {
  const value: unknown = vscode.workspace.getConfiguration(SECTION).get(NAMES[kind]);
  if (value === 'never') return 'never';
  return value === 'always' && vscode.workspace.isTrusted ? 'always' : 'ask';
}

/** How addresses out of certificates are asked. @param extraCa DER of CAs that the person trusts */
export function networkOptions(extraCa: readonly Uint8Array[]): NetworkOptions {
  const proxy = proxySettings();
  return {
    allowPrivateAddresses: vscode.workspace.getConfiguration(SECTION).get('allowPrivateAddresses') === true,
    ...(proxy && { proxy }),
    extraCa,
  };
}
