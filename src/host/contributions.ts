import type * as vscode from 'vscode';
import type { Environment } from '../core/environments/environment.ts';
import type { EnvironmentNode } from './tree/environmentNode.ts';

/** Ids of all that `package.json` contributes; a test holds the two together. */

/** Each command with the arguments that menus and our own code give it. */
export interface CommandArguments {
  readonly 'outsystemsSsl.validateCertificate': [target?: vscode.Uri | Pick<EnvironmentNode, 'environment'>];
  /** the Explorer gives what was clicked, and all that is selected */
  readonly 'outsystemsSsl.buildPfx': [part?: vscode.Uri, selected?: readonly vscode.Uri[]];
  readonly 'outsystemsSsl.addEnvironment': [];
  readonly 'outsystemsSsl.editEnvironment': [node?: Pick<EnvironmentNode, 'index'>];
  readonly 'outsystemsSsl.removeEnvironment': [node?: EntryReference];
  readonly 'outsystemsSsl.revealEnvironment': [node?: EntryReference];
  readonly 'outsystemsSsl.importEnvironments': [];
  readonly 'outsystemsSsl.refreshEnvironments': [node?: { readonly environment: Pick<Environment, 'lifetime'> }];
  readonly 'outsystemsSsl.replaceLifetimeToken': [];
  readonly 'outsystemsSsl.forgetLifetimeToken': [];
  readonly 'outsystemsSsl.submitCertificate': [];
  readonly 'outsystemsSsl.submitForSeveral': [];
  readonly 'outsystemsSsl.copyReport': [];
  readonly 'outsystemsSsl.chooseEnvironment': [];
  readonly 'outsystemsSsl.openLastReport': [node: Pick<EnvironmentNode, 'environment'>];
  readonly 'outsystemsSsl.draftClientCertificate': [];
  readonly 'outsystemsSsl.draftTrustedRoot': [];
  readonly 'outsystemsSsl.draftSecureEndpoints': [];
  readonly 'outsystemsSsl.createDraftTemplate': [];
  readonly 'outsystemsSsl.openHttpsGuide': [node?: Pick<EnvironmentNode, 'environment'>];
  readonly 'outsystemsSsl.openDraft': [node?: DraftTreeReference];
  readonly 'outsystemsSsl.markSubmitted': [target?: DraftTreeReference | vscode.Uri];
  readonly 'outsystemsSsl.markDone': [node?: DraftTreeReference];
  readonly 'outsystemsSsl.exportDrafts': [];
  readonly 'outsystemsSsl.eraseDrafts': [];
  readonly 'outsystemsSsl.forgetServed': [];
  readonly 'outsystemsSsl.checkServed': [node?: Pick<EnvironmentNode, 'environment'>];
  readonly 'outsystemsSsl.checkAllServed': [];
  readonly 'outsystemsSsl.stopChecking': [];
  readonly 'outsystemsSsl.showAttentionOnly': [];
  readonly 'outsystemsSsl.showAllEnvironments': [];
  readonly 'outsystemsSsl.openServed': [node?: ServedReference];
  readonly 'outsystemsSsl.verifyActivation': [node?: DraftTreeReference];
  readonly 'outsystemsSsl.openCalendar': [];
  readonly 'outsystemsSsl.copyDraft': [uri?: vscode.Uri];
  readonly 'outsystemsSsl.copyField': [uri?: vscode.Uri, field?: unknown];
  readonly 'outsystemsSsl.openLifetime': [uri?: vscode.Uri];
  readonly 'outsystemsSsl.openSupportPortal': [uri?: vscode.Uri];
  readonly 'outsystemsSsl.saveDraft': [uri?: vscode.Uri];
  readonly 'outsystemsSsl.copyPassword': [uri?: vscode.Uri];
  readonly 'outsystemsSsl.showLog': [];
}

export type CommandId = keyof CommandArguments;

export const COMMANDS: readonly CommandId[] = [
  'outsystemsSsl.validateCertificate',
  'outsystemsSsl.buildPfx',
  'outsystemsSsl.addEnvironment',
  'outsystemsSsl.editEnvironment',
  'outsystemsSsl.removeEnvironment',
  'outsystemsSsl.revealEnvironment',
  'outsystemsSsl.importEnvironments',
  'outsystemsSsl.refreshEnvironments',
  'outsystemsSsl.replaceLifetimeToken',
  'outsystemsSsl.forgetLifetimeToken',
  'outsystemsSsl.submitCertificate',
  'outsystemsSsl.submitForSeveral',
  'outsystemsSsl.copyReport',
  'outsystemsSsl.chooseEnvironment',
  'outsystemsSsl.openLastReport',
  'outsystemsSsl.draftClientCertificate',
  'outsystemsSsl.draftTrustedRoot',
  'outsystemsSsl.draftSecureEndpoints',
  'outsystemsSsl.createDraftTemplate',
  'outsystemsSsl.openHttpsGuide',
  'outsystemsSsl.openDraft',
  'outsystemsSsl.markSubmitted',
  'outsystemsSsl.markDone',
  'outsystemsSsl.exportDrafts',
  'outsystemsSsl.eraseDrafts',
  'outsystemsSsl.forgetServed',
  'outsystemsSsl.checkServed',
  'outsystemsSsl.checkAllServed',
  'outsystemsSsl.stopChecking',
  'outsystemsSsl.showAttentionOnly',
  'outsystemsSsl.showAllEnvironments',
  'outsystemsSsl.openServed',
  'outsystemsSsl.verifyActivation',
  'outsystemsSsl.openCalendar',
  'outsystemsSsl.copyDraft',
  'outsystemsSsl.copyField',
  'outsystemsSsl.openLifetime',
  'outsystemsSsl.openSupportPortal',
  'outsystemsSsl.saveDraft',
  'outsystemsSsl.copyPassword',
  'outsystemsSsl.showLog',
];

/** An entry of the setting, sound or broken: its position there. */
export interface EntryReference {
  readonly index: number;
}

/** An environment's newest draft, or the one with an id. */
export interface DraftTreeReference extends Pick<EnvironmentNode, 'environment'> {
  readonly draft?: string;
}

/** What an environment serves; on one of its hosts, where that is given. */
export interface ServedReference extends Pick<EnvironmentNode, 'environment'> {
  readonly host?: string;
}

/** The id itself, checked by the compiler. */
export function commandId<K extends CommandId>(id: K): K {
  return id;
}

export const SECTION = 'outsystemsSsl';

export const SETTINGS = [
  'environments',
  'trustedCertificates',
  'expiryWarningDays',
  'liveCheck',
  'fetchMissingCertificates',
  'checkRevocation',
  'allowPrivateAddresses',
  'draftLanguage',
  'draftTemplate',
] as const;
export type Setting = (typeof SETTINGS)[number];

export const CONTEXT_KEYS = [
  'outsystemsSsl.reportIsShown',
  'outsystemsSsl.draftIsActive',
  'outsystemsSsl.draftHasPassword',
  'outsystemsSsl.hasEnvironments',
  'outsystemsSsl.attentionOnly',
  'outsystemsSsl.isChecking',
] as const;
export type ContextKey = (typeof CONTEXT_KEYS)[number];

export const ENVIRONMENTS_VIEW = 'outsystemsSsl.environments';
export const REPORT_EDITOR = 'outsystemsSsl.report';
