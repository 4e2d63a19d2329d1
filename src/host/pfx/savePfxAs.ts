import type * as vscode from 'vscode';
import type { Report } from '../../core/report/report.ts';
import type { FetchedIssuers } from '../../core/online/fetched.ts';
import type { OpenRequest } from '../../worker/messages.ts';
import type { WrittenForm } from '../../worker/writtenForms.ts';
import type { EditorParts } from '../editor/editorParts.ts';
import { saveSecret } from '../saveWhole.ts';
import { askForm } from './askForm.ts';
import { fileNameOf } from '../fileNameOf.ts';

export interface Saving {
  readonly uri: vscode.Uri;
  readonly report: Report;
  /** as it was opened */
  readonly open: OpenRequest;
  /** milliseconds that opening may take */
  readonly timeout: number | undefined;
  readonly fetched: FetchedIssuers | undefined;
}

/**
 * Saves a PFX anew under the same password: in order, with its whole chain as far as it is to be had, in the chosen form.
 * @param code of the finding that is to be mended
 * @returns where it was saved
 * @throws Cancelled, UserError
 */
export async function savePfxAs(parts: EditorParts, saving: Saving, code: string): Promise<vscode.Uri> {
  const { prompts } = parts.services;
  const form = await askForm(prompts, likelyForm(saving.report, code));
  const uri = await prompts.saveFile({
    title: 'Save the new PFX',
    name: proposedName(saving.uri, form),
    beside: saving.uri,
    filters: { 'PFX files': ['pfx', 'p12'] },
  });
  const { certificates } = await parts.trusted.read();
  const { bytes } = await parts.worker.run(
    'savePfx',
    {
      open: saving.open,
      form,
      trust: { defaults: true, user: certificates },
      time: Date.now(),
      ...(saving.fetched && { fetched: saving.fetched }),
    },
    saving.timeout === undefined ? {} : { timeout: saving.timeout },
  );
  await saveSecret(uri, bytes);
  return uri;
}

/** The other form where the form is what is to be mended; else the one that the file has. */
function likelyForm({ file }: Report, code: string): WrittenForm {
  if (code === 'file.modernEncryption') return 'tripleDes';
  if (code === 'file.rc2Encryption') return 'aes256';
  return file.keyEncryption.some(({ cipher }) => cipher === '3des') ? 'tripleDes' : 'aes256';
}

function proposedName(uri: vscode.Uri, form: WrittenForm): string {
  const name = fileNameOf(uri).replace(/\.(pfx|p12)$/i, '');
  return `${name}-${form === 'aes256' ? 'complete' : 'complete-3des'}.pfx`;
}
