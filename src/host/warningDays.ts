import * as vscode from 'vscode';
import { EXPIRY_WARNING_DAYS } from '../core/rules/validity.ts';
import { SECTION } from './contributions.ts';

/** The setting `outsystemsSsl.expiryWarningDays`. */
export function warningDays(): number {
  const value: unknown = vscode.workspace.getConfiguration(SECTION).get('expiryWarningDays');
  return typeof value === 'number' && value > 0 ? value : EXPIRY_WARNING_DAYS;
}
