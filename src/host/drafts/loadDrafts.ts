import type * as vscode from 'vscode';
import { draftsFor, historyFor, stateFor } from '../../core/handover/followUp.ts';
import { draftCapabilities } from '../tree/draftCapabilities.ts';
import { DraftNode } from '../tree/draftNode.ts';
import { DraftHistory } from './draftHistory.ts';
import { followSavedDrafts } from './savedDrafts.ts';
import type { ShownDrafts } from './shownDrafts.ts';

/** Of one environment; the export has all. */
const MOST_DRAFTS = 5;

/**
 * Reads the drafts and shows them in the tree, now and whenever they change.
 * @param state where they are now
 * @param actions loads the actions of a draft: called when the file of one is opened
 */
export function loadDrafts(
  state: () => vscode.Memento,
  { subscriptions, workspaceState }: Pick<vscode.ExtensionContext, 'subscriptions' | 'workspaceState'>,
  shown: ShownDrafts,
  actions: () => void,
): DraftHistory {
  const history = new DraftHistory(state, workspaceState);
  const show = (): void =>
    shown.show({
      nodesFor: (environment, time) => {
        const { all } = history;
        return historyFor(all, environment.name)
          .slice(0, MOST_DRAFTS)
          .map((record) => new DraftNode(environment, record, stateFor(record, environment.name, all), time));
      },
      capabilitiesFor: ({ name }) => draftCapabilities(draftsFor(history.all, name)),
    });
  history.onDidChange(show);
  show();
  subscriptions.push(history, followSavedDrafts(history, actions));
  return history;
}
