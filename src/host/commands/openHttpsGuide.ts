import * as vscode from 'vscode';
import type { CommandArguments } from '../contributions.ts';
import { draftLanguage } from '../drafts/draftLanguage.ts';
import type { EditorParts } from '../editor/editorParts.ts';
import { pickEnvironment } from './checkServed.ts';

/** Opens how HTTPS is enforced on an environment, with what the last look saw, to be ticked off. @throws Cancelled, UserError */
export async function openHttpsGuide(
  { services, worker }: Pick<EditorParts, 'services' | 'worker'>,
  node?: CommandArguments['outsystemsSsl.openHttpsGuide'][0],
): Promise<void> {
  const environment = node?.environment ?? (await pickEnvironment(services, 'Guide: Enforce HTTPS'));
  const seen = environment.domains.flatMap((host) => services.served.of(environment.address, host) ?? []);
  const { markdown } = await worker.run('httpsGuide', {
    environment,
    seen: seen.map(({ host, hsts, redirects }) => ({ host, hsts, redirects })),
    language: draftLanguage(),
  });
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: markdown });
  await vscode.window.showTextDocument(document, { preview: false });
}
