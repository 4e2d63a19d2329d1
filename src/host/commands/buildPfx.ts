import type * as vscode from 'vscode';
import type { PartFile } from '../../core/build/readParts.ts';
import type { PartsSeen } from '../../worker/messages.ts';
import type { EditorParts } from '../editor/editorParts.ts';
import { readChosenFile } from '../editor/readFile.ts';
import type { ReportEditor } from '../editor/reportEditor.ts';
import { askForm } from '../pfx/askForm.ts';
import { askNewPassword } from '../pfx/askNewPassword.ts';
import { saveSecret } from '../saveWhole.ts';
import { UserError } from '../userError.ts';

const CHOOSE = {
  title: 'Choose the certificate, the CA’s certificates, and the private key where it is at hand',
  openLabel: 'Use These Files',
  filters: { Certificates: ['crt', 'cer', 'pem', 'der', 'p7b', 'p7c', 'key'], 'All files': ['*'] },
};

const CHOOSE_KEY = {
  title: 'Choose the private key of the certificate',
  openLabel: 'Use This Key',
  filters: { 'Private keys': ['key', 'pem', 'der', 'p8', 'pk8'], 'All files': ['*'] },
};

/**
 * Builds a PFX from a certificate, its key and what the CA sent with it, and opens its report.
 * @param known files that are to be used, where some are known
 * @throws Cancelled, UserError
 */
export async function buildPfx(parts: EditorParts, editor: ReportEditor, known: readonly vscode.Uri[]): Promise<void> {
  const uris = known.length > 0 ? known : await parts.services.prompts.files(CHOOSE);
  const files = await Promise.all(uris.map(readChosenFile));
  try {
    const { uri, password } = await buildFrom(parts, files, uris[0]);
    await editor.openWith(uri, password);
  } finally {
    for (const { bytes } of files) bytes.fill(0);
  }
}

/** Where the new PFX was saved, and its password. @throws Cancelled, UserError */
async function buildFrom(
  parts: EditorParts,
  files: PartFile[],
  beside: vscode.Uri | undefined,
): Promise<{ readonly uri: vscode.Uri; readonly password: string }> {
  const { prompts } = parts.services;
  const { seen, keyPassword } = await soundParts(parts, files);
  const password = await askNewPassword(prompts);
  const form = await askForm(prompts, 'aes256');
  const uri = await prompts.saveFile({
    title: `Save the PFX of ${seen.name}`,
    name: `${seen.name.replace(/^\*\./, 'wildcard.').replace(/[^\p{L}\p{N}.]+/gu, '-')}.pfx`,
    ...(beside && { beside }),
    filters: { 'PFX files': ['pfx', 'p12'] },
  });
  const { certificates } = await parts.trusted.read();
  const built = await parts.worker.run('buildPfx', {
    files,
    keyPassword,
    password,
    form,
    trust: { defaults: true, user: certificates },
    time: Date.now(),
  });
  if (built.kind === 'refused') throw new UserError(sentence(built.problem));
  await saveSecret(uri, built.bytes);
  return { uri, password };
}

/** Asks for what is missing: the file of the key, its password. `files` gets the former. @throws Cancelled, UserError */
async function soundParts(
  parts: EditorParts,
  files: PartFile[],
): Promise<{ readonly seen: PartsSeen; readonly keyPassword: string | undefined }> {
  const { prompts } = parts.services;
  const check = (keyPassword: string | undefined) => parts.worker.run('checkParts', { files, keyPassword });
  let seen = await check(undefined);
  // a file that is there already may be asked for again: then there is nothing more to be had
  for (const [code, ask] of [
    ['noCertificate', () => prompts.files(CHOOSE)],
    ['noKey', async () => [await prompts.file(CHOOSE_KEY)]],
  ] as const) {
    if (seen.kind !== 'refused' || seen.code !== code) continue;
    files.push(...(await Promise.all((await ask()).map(readChosenFile))));
    seen = await check(undefined);
  }
  let keyPassword: string | undefined;
  if (seen.kind === 'refused' && seen.code === 'keyPasswordMissing') {
    await prompts.password({
      title: seen.problem.title,
      prompt: `${seen.problem.detail} It is used for this once and kept nowhere.`,
      reason: null,
      signal: new AbortController().signal,
      attempt: async (given) => {
        seen = await check(given);
        keyPassword = given;
        return seen.kind === 'refused' && seen.code === 'keyPasswordWrong' ? sentence(seen.problem) : undefined;
      },
    });
  }
  if (seen.kind === 'refused') throw new UserError(sentence(seen.problem));
  return { seen, keyPassword };
}

function sentence({ title, detail, mend }: { title: string; detail: string; mend: string }): string {
  return `${title}. ${detail} ${mend}`;
}
