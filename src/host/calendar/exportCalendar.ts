import * as vscode from 'vscode';
import { calendarCsv } from '../../core/calendar/calendarCsv.ts';
import { calendarIcs } from '../../core/calendar/calendarIcs.ts';
import type { ExpiryCalendar } from '../../core/calendar/expiryCalendar.ts';
import { isoDay } from '../../core/time.ts';
import type { Prompts } from '../prompts/prompts.ts';
import { saveWhole } from '../saveWhole.ts';
import { fileNameOf } from '../fileNameOf.ts';

export type CalendarFormat = 'ics' | 'csv';

const FORMATS = {
  ics: { write: calendarIcs, title: 'Save the calendar', filters: { Calendar: ['ics'] } },
  csv: { write: calendarCsv, title: 'Save the table', filters: { 'Comma-separated values': ['csv'] } },
} as const;

/** Writes the certificates of the calendar to a file that the user chooses. @throws Cancelled */
export async function exportCalendar(
  prompts: Prompts,
  calendar: ExpiryCalendar,
  format: CalendarFormat,
  time: number,
): Promise<void> {
  const { filters, title, write } = FORMATS[format];
  const uri = await prompts.saveFile({ title, name: `certificates-${isoDay(time)}.${format}`, filters });
  await saveWhole(uri, Buffer.from(write(calendar, time)));
  vscode.window.setStatusBarMessage(`$(check) ${fileNameOf(uri)} saved`, 4000);
}
