import { isNamed } from '../environments/isNamed.ts';
import { baseName } from '../fileName.ts';
import type { Language } from '../language.ts';
import { singleLine } from '../markdown.ts';
import type { CertificateIdentity } from '../report/reportCertificates.ts';
import type { Report, ReportEnvironment } from '../report/report.ts';
import { checkLines } from './checkLines.ts';
import { findingTitle } from './findingTitle.ts';
import { distinctFindings } from './distinctFindings.ts';
import { CHECK_TEXTS } from './texts/checkTexts.ts';
import { FACT_TEXTS, type FactTexts } from './texts/factTexts.ts';

/** All that Support needs to know, as plain text: the environments, the certificate, and what the check found. */
export function factsText(reports: readonly Report[], language: Language): string {
  return [
    environmentFacts(
      reports.flatMap(({ environment }) => (environment ? [environment] : [])),
      language,
    ),
    certificateFacts(reports, language),
    checkFacts(reports, language),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** `Environment: …` with its address, version and domains; empty for none. */
export function environmentFacts(environments: readonly FactEnvironment[], language: Language): string {
  const texts = FACT_TEXTS[language];
  if (environments.length === 0) return '';
  const heading = environments.length === 1 ? texts.environment : texts.environments;
  return [`${heading}:`, ...environments.flatMap((environment) => environmentLines(environment, texts))].join('\n');
}

export type FactEnvironment = Pick<ReportEnvironment, 'name' | 'address' | 'domains' | 'version' | 'hosting' | 'type'>;

function environmentLines(environment: FactEnvironment, texts: FactTexts): readonly string[] {
  const { name, address, domains, version, hosting, type } = environment;
  const own = address !== '' && !domains.includes(address);
  const title = isNamed(environment) ? `${singleLine(name)}${type ? ` (${type})` : ''}` : '';
  const lines = [
    ...(title ? [title] : []),
    ...(own ? [`${texts.address}: ${singleLine(address)}`] : []),
    `${texts.platform}: ${version ?? texts.unknownVersion}${hosting === 'selfManaged' ? `, ${texts.selfManaged}` : ''}`,
    `${texts.domains}: ${domains.map(singleLine).join(', ') || texts.noDomains}`,
  ];
  return lines.map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));
}

/** `Certificate: …` with its chain and the file that it is in. */
export function certificateFacts([first]: readonly Report[], language: Language): string {
  const texts = FACT_TEXTS[language];
  if (!first) return '';
  const [leaf] = first.certificates;
  const { name, size, sha256 } = first.file;
  return [
    `${texts.certificate}:`,
    ...(leaf ? certificateLines(leaf, language) : [`- ${texts.noCertificate}`]),
    ...(first.chain.length > 0 ? [`- ${texts.chain}: ${chainText(first, texts)}`] : []),
    `- ${texts.file(singleLine(baseName(name)), size, sha256)}`,
  ].join('\n');
}

/** The facts by which two people can tell that they speak of the same certificate. */
export function certificateLines(certificate: CertificateIdentity, language: Language): readonly string[] {
  const texts = FACT_TEXTS[language];
  const names = certificate.subjectAltNames.map(singleLine).join(', ');
  return [
    ...(names ? [`${texts.names}: ${names}`] : []),
    `${texts.subject}: ${singleLine(certificate.subject)}`,
    `${texts.issuer}: ${singleLine(certificate.issuer)}`,
    `${texts.serial}: ${certificate.serial}`,
    texts.valid(certificate.notBefore, certificate.notAfter),
    `${texts.key}: ${singleLine(certificate.publicKey)}`,
    `${texts.sha1}: ${certificate.sha1}`,
    `${texts.sha256}: ${certificate.sha256}`,
  ].map((line) => `- ${line}`);
}

export function chainText({ chain, certificates }: Report, texts: FactTexts): string {
  return chain
    .map((link) => {
      if (link.kind === 'missing') return texts.missing(singleLine(link.name));
      const certificate = certificates[link.certificate];
      const name = singleLine(certificate?.name ?? '');
      return certificate?.inFile ? name : texts.notInFile(name);
    })
    .join(' → ');
}

function checkFacts(reports: readonly Report[], language: Language): string {
  const texts = CHECK_TEXTS[language];
  const [first] = reports;
  if (!first) return '';
  return [
    `${texts.heading(first.judgedAt.slice(0, 10))}:`,
    ...checkLines(reports, language).map(({ name, result, fact }) => `- ${name}: ${result}. ${singleLine(fact)}`),
    ...distinctFindings(reports)
      .filter(({ severity }) => severity !== 'info')
      .map(
        (finding) =>
          `- ${texts.severities[finding.severity]}: ${singleLine(findingTitle(finding, language))} (${finding.code})`,
      ),
  ].join('\n');
}
