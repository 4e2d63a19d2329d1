import type { Language } from '../../language.ts';
import { bullets, codeSpan, escapeMarkdown, singleLine } from '../../markdown.ts';
import type { Report } from '../../report/report.ts';
import type { ReportCertificate } from '../../report/reportedCertificate.ts';
import type { ReportFile } from '../../report/reportedFile.ts';
import type { Draft } from '../draft.ts';
import { certificateFacts, certificateLines, environmentFacts } from '../facts.ts';
import { field, fileNameOf, hasNoPassword } from '../routes/pieces.ts';
import { FRAME_TEXTS } from '../texts/frameTexts.ts';
import { KIND_TEXTS } from '../texts/kindTexts.ts';
import { TICKET_TEXTS } from '../texts/ticketTexts.ts';
import { type DraftEnvironment, supportDraft } from './supportDraft.ts';

/**
 * A certificate with which environments prove who they are to services that they call. What is missing of its chain in the
 * PFX goes with it as CER files.
 * @see OutSystems support, "Requesting to install client-side certificates on OutSystems cloud"
 */
export function clientCertificateDraft(request: {
  /** of the PFX; for which environment it was judged does not count */
  readonly report: Report;
  readonly environments: readonly DraftEnvironment[];
  readonly language: Language;
}): Draft {
  const { report, environments, language } = request;
  const { client } = KIND_TEXTS[language];
  const others = report.chain.flatMap((link): readonly Companion[] => {
    if (link.kind === 'missing') return [{ line: client.missingRoot(singleLine(link.name)) }];
    const certificate = report.certificates[link.certificate];
    return certificate && !certificate.inFile ? [{ line: client.root(singleLine(certificate.name)), certificate }] : [];
  });
  const known = others.flatMap(({ certificate }) => (certificate ? [certificate] : []));
  const open = !hasNoPassword(report.file);
  return supportDraft({
    kind: 'clientCertificate',
    language,
    environments,
    subject: client.subject,
    heading: client.heading,
    before: [
      client.what,
      `${client.encryption} ${isTripleDes(report.file) ? client.encryptionFits : client.encryptionUnfit(encryptionOf(report.file))}`,
      ...(open ? [] : [client.noPassword]),
      client.attachments,
      bullets([
        field(FRAME_TEXTS[language].labels.file, fileNameOf(report)),
        ...others.map(({ line }) => escapeMarkdown(line)),
      ]),
    ],
    hints: open ? [client.password] : [],
    text: (cloud) =>
      [
        client.opening(cloud.length > 1),
        environmentFacts(cloud, language),
        certificateFacts([report], language),
        ...(known.length > 0
          ? [client.roots, ...known.map((certificate) => certificateLines(certificate, language).join('\n'))]
          : []),
        open ? client.passwordPlace : TICKET_TEXTS[language].passwordNone,
      ].join('\n\n'),
  });
}

/** A certificate that goes with the PFX. */
interface Companion {
  readonly line: string;
  readonly certificate?: ReportCertificate;
}

/** What Windows calls TripleDES-SHA1: PBE with 3DES throughout, and a SHA-1 MAC. */
function isTripleDes({ certificateEncryption, keyEncryption, mac }: ReportFile): boolean {
  const all = [...certificateEncryption, ...keyEncryption];
  return (
    all.length > 0 && all.every(({ scheme, cipher }) => scheme === 'pbes1' && cipher === '3des') && mac?.hash === 'sha1'
  );
}

function encryptionOf({ certificateEncryption, keyEncryption, mac }: ReportFile): string {
  const names = [...keyEncryption, ...certificateEncryption].map(({ name }) => name);
  return codeSpan([...new Set([...names, ...(mac ? [mac.name] : [])])].join(', ') || '–');
}
