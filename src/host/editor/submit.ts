import type { EditorParts } from './editorParts.ts';
import { type DraftRecord, plainThumbprint } from '../../core/handover/draftRecord.ts';
import { takenCertificateNames } from '../../core/handover/followUp.ts';
import { plural } from '../../core/report/plural.ts';
import type { Report } from '../../core/report/report.ts';
import { distinctFindings } from '../../core/tickets/distinctFindings.ts';
import type { DnsLook } from '../../core/tickets/draftRequest.ts';
import { draftLanguage } from '../drafts/draftLanguage.ts';
import type { PasswordSource } from '../drafts/draftPasswords.ts';
import { readDraftTemplate } from '../drafts/draftTemplate.ts';
import { keepDraft } from '../drafts/keepDraft.ts';
import type { Services } from '../services.ts';

/**
 * Opens the hand-over of a file, for the environments of its reports; asks first where they have errors.
 * @param source of the file's password, for as long as it is open
 * @throws Cancelled, UserError
 */
export async function submitReports(
  reports: readonly Report[],
  source: PasswordSource,
  { services, worker }: Pick<EditorParts, 'services' | 'worker'>,
): Promise<void> {
  const { drafts, passwords, prompts } = services;
  const errors = distinctFindings(reports).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    await prompts.confirm({
      message: `The check found ${plural(errors.length, 'error')}. Open the draft all the same?`,
      detail: `${errors.map(({ title }) => `• ${title}`).join('\n')}\n\nThe draft names ${errors.length === 1 ? 'it' : 'them'}.`,
      action: 'Open Draft',
    });
  }
  const template = await readDraftTemplate();
  const draft = await worker.run('draft', {
    reports,
    language: draftLanguage(),
    ...namesFor(reports, drafts.all),
    looks: looksAt(reports, services),
    ...(template !== undefined && { template }),
  });
  const environments = reports.flatMap(({ environment }) => (environment ? [environment] : []));
  const id = await keepDraft({ draft, environments, report: reports[0] ?? null }, services);
  passwords.offer(id, source);
}

/** Names that LifeTime knows the certificate by already, and those of others. */
function namesFor(
  [report]: readonly Report[],
  drafts: readonly DraftRecord[],
): { readonly takenNames: readonly string[]; readonly installedName: string | null } {
  const leaf = report?.certificates[0];
  const sha256 = leaf ? plainThumbprint(leaf.sha256) : null;
  const own = drafts.filter((record) => record.sha256 !== null && record.sha256 === sha256);
  const installed = own.filter(({ state: { kind } }) => kind === 'submitted' || kind === 'active' || kind === 'done');
  return {
    // what was only proposed for this very certificate is proposed again
    takenNames: takenCertificateNames(
      drafts.filter((record) => !own.includes(record) || record.state.kind !== 'drafted'),
    ),
    installedName: installed.flatMap(({ certificateName }) => certificateName ?? []).at(-1) ?? null,
  };
}

/** What the last looks at the environments' domains saw of their DNS. */
function looksAt(reports: readonly Report[], { served }: Pick<Services, 'served'>): readonly DnsLook[] {
  return reports.flatMap(({ environment }) =>
    (environment?.domains ?? []).flatMap((host) => {
      const look = environment && served.of(environment.address, host)?.dnsLook;
      return look ? [{ host, dns: { ...look, addresses: [] } }] : [];
    }),
  );
}
