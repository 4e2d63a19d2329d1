import * as vscode from 'vscode';
import { WorkerClient } from '../worker/workerClient.ts';
import { CalendarPanel } from './calendar/calendarPanel.ts';
import { addEnvironment } from './commands/addEnvironment.ts';
import { checkAllServed, checkServed, pickEnvironment } from './commands/checkServed.ts';
import { buildPfx } from './commands/buildPfx.ts';
import {
  copyDraft,
  copyField,
  copyPassword,
  openLifetime,
  openSupportPortal,
  saveDraft,
} from './commands/draftActions.ts';
import { forgetServed } from './commands/forgetServed.ts';
import { eraseDrafts, exportDrafts } from './commands/draftHistory.ts';
import { createDraftTemplate } from './commands/createDraftTemplate.ts';
import { draftClientCertificate, draftSecureEndpoints, draftTrustedRoot } from './commands/furtherDrafts.ts';
import { openHttpsGuide } from './commands/openHttpsGuide.ts';
import { editEnvironment } from './commands/editEnvironment.ts';
import { forgetLifetimeToken, replaceLifetimeToken } from './commands/lifetimeTokens.ts';
import { markDone } from './commands/markDone.ts';
import { markSubmitted } from './commands/markSubmitted.ts';
import { openDraft } from './commands/openDraft.ts';
import { openLastReport } from './commands/openLastReport.ts';
import { removeEnvironment } from './commands/removeEnvironment.ts';
import { revealEnvironment } from './commands/revealEnvironment.ts';
import { validateCertificate } from './commands/validateCertificate.ts';
import { verifyActivation } from './commands/verifyActivation.ts';
import type { CommandArguments, CommandId } from './contributions.ts';
import { DraftDocuments } from './drafts/draftDocuments.ts';
import { DraftLenses } from './drafts/draftLenses.ts';
import { DraftPasswords } from './drafts/draftPasswords.ts';
import { warnOfSavedPasswords } from './drafts/passwordInDraft.ts';
import { SecretClipboard } from './drafts/secretClipboard.ts';
import { OnlineConsent } from './editor/onlineConsent.ts';
import { ReportEditor } from './editor/reportEditor.ts';
import { TrustedCertificates } from './editor/trustedCertificates.ts';
import { LiveCheck } from './live/liveCheck.ts';
import { ServedReports } from './live/servedReports.ts';
import { type Outside, VscodeOutside } from './outside.ts';
import type { Prompts } from './prompts/prompts.ts';
import { VscodePrompts } from './prompts/vscodePrompts.ts';
import type { Services, StartedServices } from './services.ts';
import { statusAnswer } from './status/statusAnswer.ts';
import { UserError } from './userError.ts';

export type CommandHandlers = { readonly [K in CommandId]: (...args: CommandArguments[K]) => unknown };

/** What loads on first use. */
export interface Features extends vscode.Disposable {
  /** with what a test may put itself in the place of */
  readonly services: Services & { prompts: Prompts; outside: Outside };
  readonly editor: ReportEditor;
  readonly live: LiveCheck;
  readonly calendar: CalendarPanel;
  readonly servedReports: ServedReports;
  /** what a language model is told */
  readonly status: (input: unknown) => string;
  readonly commands: CommandHandlers;
}

/** The second composition root: all that a command or an open file needs, and the start of VS Code does not. */
export function createFeatures(started: StartedServices): Features {
  const documents = new DraftDocuments(started.state, started.drafts);
  const passwords = new DraftPasswords();
  const replaceable = { ...started, prompts: new VscodePrompts(), outside: new VscodeOutside() };
  const services: Features['services'] = Object.assign(replaceable, {
    documents,
    passwords,
    secretClipboard: new SecretClipboard(replaceable),
  });
  const lenses = new DraftLenses(services);
  const savedPasswords = warnOfSavedPasswords(services);
  const { store, history, log, tokens, view } = services;
  const script = vscode.Uri.joinPath(services.extensionUri, 'dist', 'worker.js').fsPath;
  const worker = new WorkerClient(script);
  const onlineWorker = new WorkerClient(script);
  const trusted = new TrustedCertificates(worker);
  const parts = { services, trusted, worker, onlineWorker, consent: new OnlineConsent() };
  const editor = new ReportEditor(parts);
  const calendar = new CalendarPanel(services);
  const live = new LiveCheck({ services, trusted, worker });
  const servedReports = new ServedReports({ services, trusted, worker, live });
  const session = () => {
    if (!editor.active) throw new UserError('Open a .pfx or .p12 file first.');
    return editor.active;
  };
  return {
    services,
    editor,
    live,
    calendar,
    servedReports,
    status: (input) => statusAnswer(input, { services, editor }),
    commands: {
      'outsystemsSsl.validateCertificate': (target) => validateCertificate(services.prompts, editor, target),
      'outsystemsSsl.buildPfx': (part, selected) => buildPfx(parts, editor, selected ?? (part ? [part] : [])),
      'outsystemsSsl.addEnvironment': () => addEnvironment(services.prompts, store),
      'outsystemsSsl.editEnvironment': (node) => editEnvironment(services, node),
      'outsystemsSsl.removeEnvironment': (node) => removeEnvironment(services.prompts, store, node),
      'outsystemsSsl.revealEnvironment': (node) => revealEnvironment(services.prompts, store, node),
      'outsystemsSsl.importEnvironments': async () =>
        (await import('./lifetime/importEnvironments.ts')).importEnvironments({ services, trusted, worker }),
      'outsystemsSsl.refreshEnvironments': async (node) =>
        (await import('./lifetime/importEnvironments.ts')).refreshEnvironments({ services, trusted, worker }, node),
      'outsystemsSsl.replaceLifetimeToken': () => replaceLifetimeToken(services.prompts, tokens),
      'outsystemsSsl.forgetLifetimeToken': () => forgetLifetimeToken(services.prompts, tokens),
      'outsystemsSsl.submitCertificate': () => session().submit(),
      'outsystemsSsl.submitForSeveral': () => session().submitForSeveral(),
      'outsystemsSsl.copyReport': () => session().copyReport(),
      'outsystemsSsl.chooseEnvironment': () => session().chooseEnvironment(),
      'outsystemsSsl.openLastReport': (node) => openLastReport(history, editor, node),
      'outsystemsSsl.draftClientCertificate': () => draftClientCertificate(parts, editor),
      'outsystemsSsl.draftTrustedRoot': () => draftTrustedRoot(parts),
      'outsystemsSsl.draftSecureEndpoints': () => draftSecureEndpoints(parts, editor),
      'outsystemsSsl.createDraftTemplate': () => createDraftTemplate(services.prompts),
      'outsystemsSsl.openHttpsGuide': (node) => openHttpsGuide(parts, node),
      'outsystemsSsl.openDraft': (node) => openDraft(services, node),
      'outsystemsSsl.markSubmitted': (node) => markSubmitted(services, node),
      'outsystemsSsl.markDone': (node) => markDone(services, node),
      'outsystemsSsl.exportDrafts': () => exportDrafts(services),
      'outsystemsSsl.forgetServed': () => forgetServed(services),
      'outsystemsSsl.eraseDrafts': () => eraseDrafts(services),
      'outsystemsSsl.checkServed': (node) => checkServed(services, live, node),
      'outsystemsSsl.checkAllServed': () => checkAllServed(services, live),
      'outsystemsSsl.stopChecking': () => live.stop(),
      'outsystemsSsl.showAttentionOnly': () => view.filter(true),
      'outsystemsSsl.showAllEnvironments': () => view.filter(false),
      'outsystemsSsl.openServed': async (node) =>
        servedReports.open(
          node?.environment ?? (await pickEnvironment(services, 'Open Report of What Is Served')),
          node?.host,
        ),
      'outsystemsSsl.verifyActivation': (node) => verifyActivation(services, live, node),
      'outsystemsSsl.openCalendar': () => calendar.open(),
      'outsystemsSsl.copyDraft': (uri) => copyDraft(services, uri),
      'outsystemsSsl.copyField': (uri, field) => copyField(services, uri, field),
      'outsystemsSsl.openLifetime': (uri) => openLifetime(services, uri),
      'outsystemsSsl.openSupportPortal': (uri) => openSupportPortal(services, uri),
      'outsystemsSsl.saveDraft': (uri) => saveDraft(services, uri),
      'outsystemsSsl.copyPassword': (uri) => copyPassword(services, uri),
      'outsystemsSsl.showLog': () => log.show(),
    },
    dispose: () => {
      editor.dispose();
      live.dispose();
      calendar.dispose();
      lenses.dispose();
      savedPasswords.dispose();
      documents.dispose();
      passwords.dispose();
      services.secretClipboard.dispose();
      servedReports.dispose();
      worker.dispose();
      onlineWorker.dispose();
    },
  };
}
