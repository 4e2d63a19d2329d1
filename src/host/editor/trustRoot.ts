import * as vscode from 'vscode';
import type { ReportCertificate } from '../../core/report/reportedCertificate.ts';
import { SECTION } from '../contributions.ts';
import type { Prompts } from '../prompts/prompts.ts';
import { saveWhole } from '../saveWhole.ts';
import { settingPath } from '../settingUri.ts';

/**
 * Saves a root as a PEM file and adds that file to the trusted certificates, after saying what it means.
 * @throws Cancelled, UserError
 */
export async function trustRoot(root: ReportCertificate, prompts: Prompts): Promise<void> {
  await prompts.confirm({
    message: `Trust “${root.name}” as a CA?`,
    detail: `Only do this if you know that it is your company’s own CA. Compare its SHA-256 thumbprint with one that you were given:\n\n${root.sha256}`,
    action: 'Save and Trust…',
  });
  const uri = await prompts.saveFile({
    title: 'Save the CA certificate',
    name: `${root.name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '') || 'root'}.pem`,
    filters: { Certificates: ['pem'] },
  });
  await saveWhole(uri, Buffer.from(root.pem));
  const configuration = vscode.workspace.getConfiguration(SECTION);
  const { name, target } = settingPath(uri);
  const inspected = configuration.inspect<string[]>('trustedCertificates');
  const own = target === vscode.ConfigurationTarget.Workspace ? inspected?.workspaceValue : undefined;
  const current = own ?? inspected?.globalValue ?? [];
  await configuration.update('trustedCertificates', [...new Set([...current, name])], target);
}
