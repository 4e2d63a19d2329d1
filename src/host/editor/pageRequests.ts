import * as vscode from 'vscode';
import type { FindingAction, Report } from '../../core/report/report.ts';
import type { CopyableFact, PageRequest } from '../../shared/protocol.ts';
import { commandId } from '../contributions.ts';
import type { Services } from '../services.ts';
import { UserError } from '../userError.ts';
import type { ReportEditor } from './reportEditor.ts';
import type { ReportSession } from './reportSession.ts';
import { trustRoot } from './trustRoot.ts';

/** Does what a button of the page stands for. @throws Cancelled, UserError */
export async function answerRequest(
  session: ReportSession,
  request: PageRequest,
  services: Services,
  editor: Pick<ReportEditor, 'openWith'>,
): Promise<void> {
  switch (request.command) {
    case 'unlock':
      return session.unlock();
    case 'cancel':
      return session.cancel();
    case 'insist':
      return session.insist();
    case 'buildPfx':
      return run(commandId('outsystemsSsl.buildPfx'), session.uri);
    case 'close':
      return session.close();
    case 'reload':
      return session.load();
    case 'submit':
      return session.submit();
    case 'copyReport':
      return session.copyReport();
    case 'chooseEnvironment':
      return session.chooseEnvironment();
    case 'addEnvironment':
      return run(commandId('outsystemsSsl.addEnvironment'));
    case 'goOnline':
      return session.goOnline(request.kind);
    case 'cancelOnline':
      return session.cancelOnline();
    case 'showLog':
      return run(commandId('outsystemsSsl.showLog'));
    case 'copyFact':
      return vscode.env.clipboard.writeText(factOf(reportOf(session), request.certificate, request.fact));
    case 'mend':
      return mend(session, request.finding, request.action, services, editor);
  }
}

function mend(
  session: ReportSession,
  finding: number,
  action: FindingAction,
  services: Services,
  editor: Pick<ReportEditor, 'openWith'>,
): Promise<void> {
  const report = reportOf(session);
  switch (action) {
    case 'chooseEnvironment':
      return session.chooseEnvironment();
    case 'addEnvironment':
      return run(commandId('outsystemsSsl.addEnvironment'));
    case 'editEnvironment': {
      const name = report.environment?.name;
      const entry = services.store.entries.find(
        (candidate) => 'environment' in candidate && candidate.environment.name === name,
      );
      return run(commandId('outsystemsSsl.editEnvironment'), entry);
    }
    case 'trustRoot': {
      const root = report.certificates[report.findings[finding]?.certificate ?? -1];
      if (!root) throw new UserError('This finding is of an earlier report. Reload it.');
      return trustRoot(root, services.prompts);
    }
    case 'saveComplete':
    case 'saveAgain':
      return saveMended(session, report.findings[finding]?.code ?? '', editor);
    case 'fetchIssuers':
      return session.goOnline('issuers');
    case 'keyPassword':
      return session.unlockParts();
  }
}

/** The new file opens beside the old one, for the same environment. */
async function saveMended(session: ReportSession, code: string, editor: Pick<ReportEditor, 'openWith'>): Promise<void> {
  const environment = session.report?.environment?.name;
  const { uri, password } = await session.saveMended(code);
  await editor.openWith(uri, password, environment);
}

export function factOf(report: Report, index: number | null, fact: CopyableFact): string {
  if (fact === 'fileSha256') return report.file.sha256;
  const certificate = report.certificates[index ?? -1];
  if (!certificate) throw new UserError('This certificate is of an earlier report. Reload it.');
  return fact === 'subjectAltNames' ? certificate.subjectAltNames.join('\n') : certificate[fact];
}

function reportOf(session: ReportSession): Report {
  if (!session.report) throw new UserError('There is no report yet: open the file first.');
  return session.report;
}

async function run(command: string, ...args: unknown[]): Promise<void> {
  await vscode.commands.executeCommand(command, ...args);
}
