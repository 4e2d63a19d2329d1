import type * as vscode from 'vscode';
import type { Report } from '../../core/report/report.ts';
import type { JudgeRequest, Opened } from '../../worker/messages.ts';
import type { History } from '../history.ts';
import { warningDays } from '../warningDays.ts';
import { servedNow } from './servedNow.ts';
import { onlyMatch, rateEnvironments } from './chooseEnvironment.ts';
import type { EditorParts } from './editorParts.ts';

/** What a report is made of besides the settings. */
export interface Judged extends Pick<JudgeRequest, 'file' | 'fetched' | 'revocation'> {
  readonly opened: Opened;
  /** name of the chosen one */
  readonly environment: string | null;
}

export interface Judgement {
  readonly report: Report;
  /** files of trusted certificates that could not be used, as sentences */
  readonly trustProblems: readonly string[];
  /** how many environments there are to choose from */
  readonly environments: number;
}

/** The report of an opened file by the settings as they are now: for the chosen environment, or for the only one that it can be meant for. */
export async function judgeFile(parts: EditorParts, judged: Judged, signal: AbortSignal): Promise<Judgement> {
  const { certificates, problems } = await parts.trusted.read();
  const { environments } = parts.services.store;
  const request = {
    ...judged,
    environments,
    ...servedNow(environments, parts.services.served),
    trust: { defaults: true, user: certificates },
    time: Date.now(),
    expiryWarningDays: warningDays(),
  };
  let report = await parts.worker.run('judge', request, { signal });
  const only = report.environment ? undefined : onlyMatch(rateEnvironments(report, environments));
  if (only) report = await parts.worker.run('judge', { ...request, environment: only.name }, { signal });
  return { report, trustProblems: problems, environments: environments.length };
}

/** Keeps the outcome for the environment's place in the tree. */
export async function recordReport(history: History, uri: vscode.Uri, report: Report): Promise<void> {
  if (!report.environment) return;
  const { verdict, headline, judgedAt, certificates, file } = report;
  const notAfter = certificates[0]?.notAfter ?? null;
  const record = { uri: uri.toString(), fileName: file.name, verdict, headline, judgedAt, notAfter };
  await history.record(report.environment.name, { report: record });
}
