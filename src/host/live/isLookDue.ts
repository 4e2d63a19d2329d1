import * as vscode from 'vscode';
import type { Environment } from '../../core/environments/environment.ts';
import type { StatusSources } from '../served/environmentStatus.ts';
import { staleEnvironments } from '../served/staleEnvironments.ts';
import { liveCheckSetting } from './liveCheckSetting.ts';

/** Whether to look without being asked: it is wanted, the workspace is trusted, and the last look is older than a day. */
export function isLookDue(environments: readonly Environment[], served: StatusSources['served']): boolean {
  return (
    vscode.workspace.isTrusted &&
    liveCheckSetting() === 'whenVisible' &&
    staleEnvironments(environments, served, Date.now()).length > 0
  );
}
