import * as vscode from 'vscode';
import { type Language, LANGUAGES } from '../../core/language.ts';
import { SECTION } from '../contributions.ts';

/** The setting `outsystemsSsl.draftLanguage`; where it says nothing, what VS Code itself is shown in. */
export function draftLanguage(display: string = vscode.env.language): Language {
  const value: unknown = vscode.workspace.getConfiguration(SECTION).get('draftLanguage');
  return LANGUAGES.find((language) => language === value) ?? (/^pt\b/i.test(display) ? 'pt' : 'en');
}
