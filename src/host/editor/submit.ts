import { randomUUID } from 'node:crypto';
import { recordOf } from '../../core/handover/draftRecord.ts';
import { plural } from '../../core/report/plural.ts';
import type { Report } from '../../core/report/report.ts';
import type { WorkerClient } from '../../worker/workerClient.ts';
import type { Services } from '../services.ts';

/** Opens the ticket draft of a report; asks first where the report has errors. @throws Cancelled */
export async function openDraftFor(
  report: Report,
  { prompts, documents, drafts }: Pick<Services, 'prompts' | 'documents' | 'drafts'>,
  worker: WorkerClient,
): Promise<void> {
  const errors = report.findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    await prompts.confirm({
      message: `The check found ${plural(errors.length, 'error')}. Open the draft all the same?`,
      detail: `${errors.map(({ title }) => `• ${title}`).join('\n')}\n\nThe draft names ${errors.length === 1 ? 'it' : 'them'}.`,
      action: 'Open Draft',
    });
  }
  const draft = await worker.run('draft', { reports: [report], language: 'en' });
  const { environment } = report;
  const id = randomUUID();
  await documents.open(draft.markdown, id);
  const environments = environment ? [environment] : [];
  await drafts.add(recordOf({ id, at: Date.now(), draft, environments, report }));
}
