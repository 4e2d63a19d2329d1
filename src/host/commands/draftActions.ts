import * as vscode from 'vscode';
import { type DraftAddress, NEW_CASE, OWN_CASES } from '../../core/tickets/addresses.ts';
import { copyableFields } from '../../core/tickets/copyableFields.ts';
import { textToSend } from '../../core/tickets/textToSend.ts';
import { Cancelled } from '../cancelled.ts';
import type { DraftDocument } from '../drafts/draftDocuments.ts';
import { lifetimePages } from '../drafts/lifetimePages.ts';
import { holdsPassword } from '../drafts/passwordInDraft.ts';
import { BACK, type PickItem, type Prompts } from '../prompts/prompts.ts';
import { saveWhole } from '../saveWhole.ts';
import type { Services } from '../services.ts';
import { UserError } from '../userError.ts';
import { fileNameOf } from '../fileNameOf.ts';

const SHOWN_MS = 4000;

/** Copies what is to be sent: the draft without the steps that are for the person alone. @throws UserError */
export async function copyDraft(services: Services, uri?: vscode.Uri): Promise<void> {
  const { document } = draftAt(services, uri);
  await vscode.env.clipboard.writeText(textToSend(document.getText()));
  tell('Text to send copied');
}

/**
 * Copies one value of a draft: that with an id, else the one at the cursor or next above it.
 * @throws Cancelled, UserError
 */
export async function copyField(services: Services, uri?: vscode.Uri, id?: unknown): Promise<void> {
  const { document } = draftAt(services, uri);
  const fields = copyableFields(document.getText());
  const editor = vscode.window.activeTextEditor;
  const line = editor?.document === document ? editor.selection.active.line : 0;
  const field =
    typeof id === 'string'
      ? fields.find((candidate) => candidate.id === id)
      : ([...fields].reverse().find((candidate) => candidate.line <= line) ?? fields[0]);
  if (!field) throw new UserError('There is no such value in this draft any more: a value stands behind a bold label.');
  await vscode.env.clipboard.writeText(field.value);
  tell(`${field.label} copied`);
}

/** Opens LifeTime as the draft's environments have it in the settings, and nothing else. @throws Cancelled, UserError */
export async function openLifetime(services: Services, uri?: vscode.Uri): Promise<void> {
  const { drafts, outside, prompts, store } = services;
  const record = drafts.find(draftAt(services, uri).draft);
  const pages = record ? lifetimePages(record, store.environments) : [];
  if (pages.length === 0)
    throw new UserError('No LifeTime is entered for this draft’s environments. “Edit Environment…” asks for it.');
  const { url } = await pickAddress(
    prompts,
    'Open LifeTime',
    pages.map((value) => ({ label: value.url, value })),
  );
  await outside.open(url);
}

/** Opens the Support Portal where the draft leads: a new case, or the cases that there are. @throws Cancelled, UserError */
export async function openSupportPortal(services: Services, uri?: vscode.Uri): Promise<void> {
  const { documents, outside, prompts } = services;
  const draft = uri instanceof vscode.Uri ? documents.find(uri) : documents.active;
  const text = draft?.document.getText();
  const portal: readonly PickItem<DraftAddress>[] = [
    { label: 'Open a new case', description: NEW_CASE.url, value: NEW_CASE },
    { label: 'See your cases', description: OWN_CASES.url, value: OWN_CASES },
  ];
  const named = portal.filter(({ value }) => text?.includes(value.url));
  const { url } = await pickAddress(prompts, 'Open the Support Portal', named.length > 0 ? named : portal);
  await outside.open(url);
}

/** Saves a draft as a file, which takes its place in the editor. @throws Cancelled, UserError */
export async function saveDraft(services: Services, uri?: vscode.Uri): Promise<void> {
  const draft = draftAt(services, uri);
  const { document } = draft;
  const record = services.drafts.find(draft.draft);
  const text = document.getText();
  if (holdsPassword(text, draft.draft, services))
    await services.prompts.confirm({
      message: 'The password of the PFX stands in this draft. Save it all the same?',
      detail:
        'Whoever can read the file can read the password. It belongs into the ticket in the portal, and nowhere else.',
      action: 'Save',
    });
  const subject = record?.subject ?? document.lineAt(0).text;
  const saved = await services.prompts.saveFile({
    title: 'Save the Draft',
    name: `${subject.replace(/[^\p{L}\p{N}.]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '') || 'draft'}.md`,
    filters: { Markdown: ['md'] },
  });
  if (saved.toString() === document.uri.toString()) await document.save();
  else {
    await saveWhole(saved, Buffer.from(text));
    if (record) await services.documents.showSaved(draft, text, saved);
  }
  tell(`${fileNameOf(saved)} saved`);
}

/** Copies the password of the draft's PFX for a minute, as long as its report is open. @throws UserError */
export async function copyPassword(services: Services, uri?: vscode.Uri): Promise<void> {
  const password = services.passwords.of(draftAt(services, uri).draft);
  if (password === undefined)
    throw new UserError(
      'The password is known only while the report from which the draft was made is open. Open the PFX again and submit it once more.',
    );
  await services.secretClipboard.copy(password);
  tell('Password copied. In 60 seconds it is taken from the clipboard again, if VS Code is still open.');
}

/** @throws UserError where the document, or the active one, is no draft */
function draftAt({ documents }: Services, uri: vscode.Uri | undefined): DraftDocument {
  const draft = uri instanceof vscode.Uri ? documents.find(uri) : documents.active;
  if (!draft) throw new UserError('Open a draft first: submit a report, or “Open Draft…”.');
  return draft;
}

async function pickAddress(
  prompts: Prompts,
  title: string,
  items: readonly PickItem<DraftAddress>[],
): Promise<DraftAddress> {
  const [only, ...others] = items;
  if (only && others.length === 0) return only.value;
  const answer = await prompts.pick({ title, placeholder: 'In your browser', items });
  if (answer === BACK) throw new Cancelled();
  return answer;
}

function tell(text: string): void {
  vscode.window.setStatusBarMessage(`$(check) ${text}`, SHOWN_MS);
}
