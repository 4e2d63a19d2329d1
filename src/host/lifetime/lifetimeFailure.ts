import * as vscode from 'vscode';
import type { LifetimeError, LifetimeErrorCode } from '../../net/lifetimeError.ts';
import { Cancelled } from '../cancelled.ts';
import { commandId, SECTION } from '../contributions.ts';

/** How it goes on after LifeTime did not tell its environments. */
export type NextStep =
  | { readonly next: 'retry' }
  | { readonly next: 'address' }
  /** asked for once more, with the reason beside it */
  | { readonly next: 'token'; readonly reason: string };

type Button =
  | 'Try Again'
  | 'Change Address…'
  | 'Replace Token…'
  | 'Trusted Certificates'
  | 'Proxy Settings'
  | 'Show Log';

/** A refused token is asked for again, at once; everything else is told, with what can be done about it. @throws Cancelled */
export async function askAfterFailure(
  { code, message }: LifetimeError,
  { mayChangeAddress }: { readonly mayChangeAddress: boolean },
): Promise<NextStep> {
  if (code === 'unauthorized' || code === 'forbidden' || code === 'token') return { next: 'token', reason: message };
  const buttons = buttonsFor(code).filter((button) => mayChangeAddress || button !== 'Change Address…');
  switch (await vscode.window.showErrorMessage(message, ...buttons)) {
    case 'Try Again':
      return { next: 'retry' };
    case 'Change Address…':
      return { next: 'address' };
    case 'Replace Token…':
      return { next: 'token', reason: message };
    case 'Trusted Certificates':
      await vscode.commands.executeCommand('workbench.action.openSettings', `${SECTION}.trustedCertificates`);
      throw new Cancelled();
    case 'Proxy Settings':
      await vscode.commands.executeCommand('workbench.action.openSettings', 'http.proxy');
      throw new Cancelled();
    case 'Show Log':
      await vscode.commands.executeCommand(commandId('outsystemsSsl.showLog'));
      throw new Cancelled();
    case undefined:
      throw new Cancelled();
  }
}

/** What may help comes first. */
function buttonsFor(code: LifetimeErrorCode): readonly Button[] {
  switch (code) {
    case 'tls':
      return ['Trusted Certificates', 'Change Address…', 'Show Log'];
    case 'proxy':
      return ['Proxy Settings', 'Try Again', 'Show Log'];
    case 'html':
    case 'redirect':
      return ['Change Address…', 'Replace Token…', 'Show Log'];
    case 'address':
    case 'notFound':
    case 'notJson':
    case 'shape':
    case 'tooLarge':
    case 'protocol':
      return ['Change Address…', 'Try Again', 'Show Log'];
    case 'dns':
    case 'refused':
    case 'timeout':
    case 'reset':
    case 'tooManyRequests':
    case 'status':
    case 'empty':
    case 'token':
    case 'unauthorized':
    case 'forbidden':
    case 'cancelled':
      return ['Try Again', 'Change Address…', 'Show Log'];
  }
}
