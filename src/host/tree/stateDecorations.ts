import * as vscode from 'vscode';
import { SERVED_STATES, type ServedState } from '../../core/served/servedState.ts';
import { labelColor } from './stateLook.ts';

const SCHEME = 'outsystems-ssl-state';

/** An address that carries a state, for the label's colour. It leads nowhere. */
export function stateUri(name: string, state: ServedState): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `/${name}`, query: state });
}

/** Colours of labels in the tree, by the state in their address: what changes gets another address. */
export class StateDecorations implements vscode.FileDecorationProvider {
  provideFileDecoration({ scheme, query }: vscode.Uri): vscode.FileDecoration | undefined {
    const state = scheme === SCHEME ? SERVED_STATES.find((candidate) => candidate === query) : undefined;
    const color = state && labelColor(state);
    return color && { color };
  }
}
