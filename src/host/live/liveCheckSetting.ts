import * as vscode from 'vscode';
import { SECTION } from '../contributions.ts';

export type LiveCheckSetting = 'whenVisible' | 'manual' | 'off';

/** The setting `outsystemsSsl.liveCheck`; what is none of its values counts as `manual`. */
export function liveCheckSetting(): LiveCheckSetting {
  const value: unknown = vscode.workspace.getConfiguration(SECTION).get('liveCheck');
  return value === 'whenVisible' || value === 'off' ? value : 'manual';
}
