import type { Environment } from '../../core/environments/environment.ts';
import { Cancelled } from '../cancelled.ts';
import { draftLanguage } from '../drafts/draftLanguage.ts';
import { keepDraft } from '../drafts/keepDraft.ts';
import type { EditorParts } from '../editor/editorParts.ts';
import { readChosenFile } from '../editor/readFile.ts';
import type { ReportEditor } from '../editor/reportEditor.ts';
import { BACK } from '../prompts/prompts.ts';
import type { Services } from '../services.ts';
import { UserError } from '../userError.ts';

type Parts = Pick<EditorParts, 'services' | 'worker'>;

/** A certificate with which environments prove who they are: of the open report, or of a PFX. @throws Cancelled, UserError */
export async function draftClientCertificate({ services, worker }: Parts, editor: ReportEditor): Promise<void> {
  const environments = await askEnvironments(services, 'Draft: Client Certificate');
  const report = editor.active?.report ?? (await reportOfFile(services, editor, environments[0]?.name));
  const language = draftLanguage();
  const draft = await worker.run('furtherDraft', { kind: 'clientCertificate', report, environments, language });
  const id = await keepDraft({ draft, environments, report }, services);
  const source = editor.sessions.find((session) => session.report === report);
  if (source) services.passwords.offer(id, source);
}

/** Certificates of CAs that environments are to trust, out of files. @throws Cancelled, UserError */
export async function draftTrustedRoot({ services, worker }: Parts): Promise<void> {
  const environments = await askEnvironments(services, 'Draft: Trusted Root Certificate');
  const uris = await services.prompts.files({
    title: 'Choose the certificates of the CA',
    openLabel: 'Choose',
    filters: { Certificates: ['cer', 'crt', 'pem', 'der', 'p7b'], 'All files': ['*'] },
  });
  const certificates: Uint8Array[] = [];
  for (const uri of uris) {
    const { name, bytes } = await readChosenFile(uri);
    const found = await worker.run('readAuthorities', { bytes });
    if (found.problem !== null) throw new UserError(`“${name}” can’t be used: ${found.problem}.`);
    certificates.push(...found.certificates);
  }
  const language = draftLanguage();
  const draft = await worker.run('furtherDraft', { kind: 'trustedRoot', certificates, environments, language });
  await keepDraft({ draft, environments, report: null }, services);
}

/** The host names for secure endpoints; with those of the open report's certificate. @throws Cancelled, UserError */
export async function draftSecureEndpoints({ services, worker }: Parts, editor: ReportEditor): Promise<void> {
  const environments = await askEnvironments(services, 'Draft: Secure Endpoint List');
  const names = editor.active?.report?.certificates[0]?.subjectAltNames ?? [];
  const language = draftLanguage();
  const draft = await worker.run('furtherDraft', { kind: 'secureEndpoints', names, environments, language });
  await keepDraft({ draft, environments, report: null }, services);
}

/** At least one. @throws Cancelled, UserError */
async function askEnvironments({ prompts, store }: Services, title: string): Promise<readonly Environment[]> {
  const { environments } = store;
  if (environments.length === 0) throw new UserError('There is no environment yet. Add one first.');
  const answer = await prompts.pickMany({
    title,
    placeholder: 'For which environments?',
    groups: [
      {
        heading: 'Environments',
        items: environments.map((environment) => ({
          label: environment.name,
          description: environment.address,
          picked: environments.length === 1,
          value: environment,
        })),
      },
    ],
  });
  if (answer === BACK) throw new Cancelled();
  if (answer.length === 0) throw new UserError('Pick at least one environment.');
  return answer;
}

async function reportOfFile(
  { prompts }: Services,
  editor: ReportEditor,
  environment: string | undefined,
): ReturnType<ReportEditor['reportOf']> {
  const uri = await prompts.file({
    title: 'Choose the PFX of the client certificate',
    openLabel: 'Choose',
    filters: { 'PFX files': ['pfx', 'p12'], 'All files': ['*'] },
  });
  return editor.reportOf(uri, environment);
}
