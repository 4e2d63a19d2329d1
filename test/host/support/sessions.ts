import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import type * as vscode from 'vscode';
import type { Report } from '../../../src/core/report/report.ts';
import type { ReportSession } from '../../../src/host/editor/reportSession.ts';
import type { ViewState } from '../../../src/shared/protocol.ts';
import { eventually } from '../../ui/support/eventually.ts';
import type { Answer } from './answers.ts';
import { type PfxName, pfxFile } from './pfxFiles.ts';
import { workspaceFile } from './settings.ts';
import type { Suite } from './useExtension.ts';

let placed = 0;

/** A file of its own in the workspace, so that no other test has left a history of it: a fixture, or bytes. */
export function place(content: PfxName | Uint8Array, ending = 'pfx'): vscode.Uri {
  const uri = workspaceFile(`file-${process.hrtime.bigint()}-${placed++}.${ending}`);
  if (typeof content === 'string') fs.copyFileSync(pfxFile(content), uri.fsPath);
  else fs.writeFileSync(uri.fsPath, content);
  return uri;
}

/** Opens a file as the command does; its session. */
export async function open(suite: Suite, uri: vscode.Uri, answers: readonly Answer[] = []): Promise<ReportSession> {
  await suite.run('outsystemsSsl.validateCertificate', answers, uri);
  let session: ReportSession | undefined;
  await eventually(() => {
    session = suite.api.editor.sessions.find((candidate) => candidate.uri.toString() === uri.toString());
    assert.ok(session, 'the editor is open');
  });
  return session ?? assert.fail();
}

/** Waits for a state of one kind. */
export async function state<K extends ViewState['kind']>(
  session: ReportSession,
  kind: K,
  check: (state: Extract<ViewState, { kind: K }>) => void = () => undefined,
): Promise<Extract<ViewState, { kind: K }>> {
  await eventually(() => {
    assert.equal(session.state.kind, kind, JSON.stringify(session.state).slice(0, 300));
    check(session.state as Extract<ViewState, { kind: K }>);
  });
  return session.state as Extract<ViewState, { kind: K }>;
}

/** Waits for the report for an environment. */
export async function reportFor(session: ReportSession, environment: string | null): Promise<Report> {
  const { report } = await state(session, 'report', (shown) =>
    assert.equal(shown.report.environment?.name ?? null, environment),
  );
  return report;
}
