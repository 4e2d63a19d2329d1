import * as vscode from 'vscode';
import { draftsCsv, draftsJson } from '../../core/handover/exportDrafts.ts';
import { plural } from '../../core/report/plural.ts';
import { isoDay } from '../../core/time.ts';
import { Cancelled } from '../cancelled.ts';
import { BACK } from '../prompts/prompts.ts';
import { saveWhole } from '../saveWhole.ts';
import type { Services } from '../services.ts';
import { UserError } from '../userError.ts';
import { fileNameOf } from '../fileNameOf.ts';

const FORMATS = {
  csv: { write: draftsCsv, filters: { 'Comma-separated values': ['csv'] } },
  json: { write: draftsJson, filters: { JSON: ['json'] } },
} as const;

/** Saves what was handed over and when, for people who check that. @throws Cancelled, UserError */
export async function exportDrafts({ drafts, prompts }: Services): Promise<void> {
  drafts.assertReadable();
  const { all } = drafts;
  if (all.length === 0) throw new UserError('There is no draft yet: submit a report first.');
  const title = 'Export the Draft History';
  const format = await prompts.pick<keyof typeof FORMATS>({
    title,
    placeholder: 'As what?',
    items: [
      { label: 'CSV', detail: 'For spreadsheets: a line for each draft and environment', value: 'csv' },
      { label: 'JSON', detail: 'For other programs', value: 'json' },
    ],
  });
  if (format === BACK) throw new Cancelled();
  const { filters, write } = FORMATS[format];
  const uri = await prompts.saveFile({ title, name: `drafts-${isoDay(Date.now())}.${format}`, filters });
  await saveWhole(uri, Buffer.from(write(all)));
  vscode.window.setStatusBarMessage(`$(check) ${fileNameOf(uri)} saved`, 4000);
}

/** Takes the whole history out. Nothing changes at OutSystems. @throws Cancelled */
export async function eraseDrafts({ drafts, prompts }: Services): Promise<void> {
  await prompts.confirm({
    message: `Erase the history of drafts${drafts.all.length > 0 ? ` (${plural(drafts.all.length, 'draft')})` : ''}?`,
    detail:
      'The drafts, their ticket numbers and what became of them are gone for good. Nothing changes at OutSystems. Export the history first where somebody may ask for it.',
    action: 'Erase',
  });
  await drafts.erase();
  vscode.window.setStatusBarMessage('$(check) Draft history erased', 4000);
}
