import * as vscode from 'vscode';
import { plural } from '../../core/report/plural.ts';
import type { HostStatus } from '../served/environmentStatus.ts';
import type { ServedState } from '../../core/served/servedState.ts';

interface Look {
  readonly icon: string;
  /** theme colour of icon and label; null: as the others */
  readonly color: string | null;
  /** a few words; the days speak for themselves where there are any */
  readonly words: string;
}

const ERROR = 'list.errorForeground';
const WARNING = 'list.warningForeground';

const LOOKS: Readonly<Record<ServedState, Look>> = {
  unreachable: { icon: 'debug-disconnect', color: ERROR, words: 'cannot be reached' },
  expired: { icon: 'error', color: ERROR, words: '' },
  notYetValid: { icon: 'calendar', color: ERROR, words: 'certificate is not valid yet' },
  wrongName: { icon: 'circle-slash', color: ERROR, words: 'certificate is for another name' },
  untrusted: { icon: 'unverified', color: ERROR, words: 'certificate is not trusted' },
  incompleteChain: { icon: 'references', color: ERROR, words: 'chain is incomplete' },
  oldProtocol: { icon: 'history', color: WARNING, words: 'only old versions of TLS' },
  expiring: { icon: 'watch', color: WARNING, words: '' },
  privateAuthority: { icon: 'shield', color: null, words: 'private CA' },
  httpNotEnforced: { icon: 'unlock', color: WARNING, words: 'HTTPS is not enforced' },
  good: { icon: 'pass', color: 'testing.iconPassed', words: '' },
};

const UNKNOWN = 'question';

/** Icon of a state; that of what was never looked at is `unknown`. */
export function stateIcon(state: ServedState | undefined, unknown: string = UNKNOWN): vscode.ThemeIcon {
  if (!state) return new vscode.ThemeIcon(unknown);
  const { icon, color } = LOOKS[state];
  return new vscode.ThemeIcon(icon, color === null ? undefined : new vscode.ThemeColor(color));
}

/** Colour of the label; what is well keeps that of the tree. */
export function labelColor(state: ServedState): vscode.ThemeColor | undefined {
  const { color } = LOOKS[state];
  return state === 'good' || color === null ? undefined : new vscode.ThemeColor(color);
}

/** `143 days left`, `expires in 12 days`, `certificate is for another name`, … */
export function stateText({ state, daysLeft, aboveLeaf }: HostStatus): string {
  const days = daysLeft === null ? '' : daysText(daysLeft, state === 'expiring' && !aboveLeaf);
  if (state === 'unreachable') return LOOKS[state].words;
  const above = `a certificate of the chain ${state === 'expired' ? 'has expired' : 'expires soon'}`;
  return [aboveLeaf ? above : LOOKS[state].words, days].filter(Boolean).join(', ');
}

function daysText(days: number, expiring: boolean): string {
  if (days < 0) return days === -1 ? 'expired today' : `expired ${plural(-days - 1, 'day')} ago`;
  if (!expiring) return `${plural(days, 'day')} left`;
  return days === 0 ? 'expires today' : days === 1 ? 'expires tomorrow' : `expires in ${plural(days, 'day')}`;
}
