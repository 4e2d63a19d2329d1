import type { Language } from '../../language.ts';
import { bullets, codeSpan, escapeMarkdown, singleLine } from '../../markdown.ts';
import type { CertificateIdentity } from '../../report/reportCertificates.ts';
import type { Draft } from '../draft.ts';
import { certificateLines, environmentFacts } from '../facts.ts';
import { KIND_TEXTS } from '../texts/kindTexts.ts';
import { type DraftEnvironment, supportDraft } from './supportDraft.ts';

/**
 * Certificates of CAs that environments are to trust.
 * @see OutSystems support, "Add certificate to trusted root store in OutSystems PaaS"
 */
export function trustedRootDraft(request: {
  readonly certificates: readonly CertificateIdentity[];
  readonly environments: readonly DraftEnvironment[];
  readonly language: Language;
}): Draft {
  const { certificates, environments, language } = request;
  const { root } = KIND_TEXTS[language];
  return supportDraft({
    kind: 'trustedRoot',
    language,
    environments,
    subject: root.subject,
    heading: root.heading,
    before: [
      root.what,
      root.attach,
      bullets(
        certificates.map(
          ({ name, notAfter, sha256 }) =>
            `${escapeMarkdown(name)} (→ ${notAfter.slice(0, 10)}), SHA-256 ${codeSpan(sha256)}`,
        ),
      ),
      root.remember,
    ],
    hints: [],
    text: (cloud) =>
      [
        root.opening(cloud.length > 1),
        environmentFacts(cloud, language),
        ...certificates.map((certificate) =>
          [`${singleLine(certificate.name)}:`, ...certificateLines(certificate, language)].join('\n'),
        ),
      ].join('\n\n'),
  });
}
